package dev.pullback.processor.libraries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Something that the processor will not differentiate.
 *
 * @param code the code of the message
 * @param place file and line, as in {@code Gamma.java:56}
 * @param text the message behind its code
 * @param method the eligible method in which it is; empty where it is in a helper that nobody annotated
 */
record Rejection(String code, String place, String text, Optional<Eligible> method) {

    private static final Pattern MESSAGE = Pattern.compile("\\[Pullback/(\\w+)] ([^\\n]*)");

    /** The rejections among what javac said, in that order. */
    static List<Rejection> among(List<Diagnostic<? extends JavaFileObject>> said, List<Eligible> methods) {
        List<Rejection> rejections = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> message : said) {
            Matcher text = MESSAGE.matcher(message.getMessage(Locale.ROOT));
            if (text.find() && !isOnlyAdvice(text.group(1))) {
                rejections.add(new Rejection(text.group(1), place(message), text.group(2), methodAt(message, methods)));
            }
        }
        return rejections;
    }

    /** Messages of methods that are differentiated all the same. */
    private static boolean isOnlyAdvice(String code) {
        return code.equals("DerivativeLost") || code.equals("InputDoesNotReachOutput");
    }

    private static String place(Diagnostic<? extends JavaFileObject> message) {
        return file(message) + ":" + message.getLineNumber();
    }

    private static String file(Diagnostic<? extends JavaFileObject> message) {
        JavaFileObject source = message.getSource();
        return source == null ? "" : Path.of(source.toUri()).getFileName().toString();
    }

    /** The files that were compiled are longer than those in which the methods were found, by the annotations in them. */
    private static Optional<Eligible> methodAt(Diagnostic<? extends JavaFileObject> message, List<Eligible> methods) {
        String file = file(message);
        List<Eligible> here = methods.stream()
                .filter(method -> method.file().getFileName().toString().equals(file))
                .toList();
        int added = 0;
        for (Eligible method : here) {
            added += Compiled.ANNOTATION.length();
            long at = message.getPosition() - added;
            if (at >= method.start() - Compiled.ANNOTATION.length() && at < method.end()) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
