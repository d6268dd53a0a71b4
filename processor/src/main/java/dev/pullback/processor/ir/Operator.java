package dev.pullback.processor.ir;

/** What an {@link Node.Op} computes. An operator has no side effect; a few can throw. */
public sealed interface Operator permits Primitive, Intrinsic {}
