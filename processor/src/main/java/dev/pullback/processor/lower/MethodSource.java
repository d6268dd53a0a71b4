package dev.pullback.processor.lower;

import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Signature;
import javax.lang.model.element.ExecutableElement;

/**
 * A method to lower.
 *
 * @param path to the {@code MethodTree}, which javac has attributed
 */
public record MethodSource(TreePath path, ExecutableElement element, Signature signature) {}
