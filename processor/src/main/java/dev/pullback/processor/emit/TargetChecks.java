package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Type;
import java.util.List;

/**
 * The checks of {@code lossGradInto}: each target has the shape of its parameter, and is neither another argument nor another
 * target, nor has rows in common with one.
 */
final class TargetChecks {

    private TargetChecks() {}

    /** @param targets names, one for each active array parameter */
    static CodeBlock of(Surface surface, List<String> targets) {
        CodeBlock.Builder checks = CodeBlock.builder();
        List<Integer> arrays = surface.activeArrays();
        for (int k = 0; k < targets.size(); k++) {
            checks.add(RuntimeCalls.requireTarget(targets.get(k), surface.name(arrays.get(k))));
            if (surface.type(arrays.get(k)) instanceof ArrayType type && type.rank() > 1) {
                checks.add(RuntimeCalls.requireDistinctRows(targets.get(k)));
            }
        }
        for (int k = 0; k < targets.size(); k++) {
            Type type = surface.type(arrays.get(k));
            for (int i = 0; i < surface.signature().parameters().size(); i++) {
                if (i != arrays.get(k) && mayShare(type, surface.type(i))) {
                    checks.add(RuntimeCalls.requireDistinct(targets.get(k), surface.name(i)));
                }
            }
            for (int other = 0; other < k; other++) {
                if (mayShare(type, surface.type(arrays.get(other)))) {
                    checks.add(RuntimeCalls.requireDistinct(targets.get(k), targets.get(other)));
                }
            }
        }
        return checks.build();
    }

    private static boolean mayShare(Type a, Type b) {
        return a instanceof ArrayType x && b instanceof ArrayType y && x.leaf().equals(y.leaf());
    }
}
