/** The annotations of Pullback, and the few methods that generated derivatives call. */
module dev.pullback {
    exports dev.pullback;
}
