package dev.pullback.processor;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Signatures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Helpers that get nothing and return nothing that could be active are no business of ours: where one of them cannot be lowered, it is called as
 * it is. The others are looked into, since what they compute can then be computed again instead of being kept.
 */
final class PlainCalls {

    /** The names in the source. */
    private final Map<Signature, String> plain = new HashMap<>();

    private PlainCalls() {}

    /** Forgets such helpers and calls them instead. */
    static void replace(Unit unit) {
        PlainCalls calls = new PlainCalls();
        for (Candidate candidate : List.copyOf(unit.candidates)) {
            if (candidate.onDemand && candidate.problems.hasErrors() && isPlain(candidate)) {
                unit.candidates.remove(candidate);
                calls.plain.put(
                        candidate.signature, candidate.method.getSimpleName().toString());
            }
        }
        if (!calls.plain.isEmpty()) {
            for (Candidate candidate : unit.candidates) {
                Function function = candidate.function;
                if (function != null) {
                    candidate.function = new Function(
                            function.signature(), function.params(), calls.in(function.body(), new Rewriter()));
                }
            }
        }
    }

    private static boolean isPlain(Candidate helper) {
        Signature signature = helper.signature;
        return signature.parameters().stream().noneMatch(parameter -> isDelicate(parameter.type()))
                && !signature.result().isArray()
                && !(signature.result() instanceof RecordType)
                && !signature.overloaded()
                && isVisible(helper.method);
    }

    /** What may be active, and literals that Java would take for an {@code int}. */
    private static boolean isDelicate(Type type) {
        return type.differentiable()
                || type instanceof RecordType
                || type == Scalar.BYTE
                || type == Scalar.SHORT
                || type == Scalar.CHAR;
    }

    private static boolean isVisible(Element member) {
        for (Element at = member; at != null; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return true;
    }

    private Region in(Region region, Rewriter rewriter) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : region.nodes()) {
            String name = node instanceof Node.Call call ? plainName(call.callee()) : null;
            if (name != null && node instanceof Node.Call call) {
                List<String> pieces = pieces(
                        call.callee().owner() + "." + name + "(",
                        call.operands().size());
                nodes.add(new Node.Opaque(call.result(), pieces, call.operands(), call.origin()));
            } else {
                List<Region> regions = node.regions().stream()
                        .map(inner -> in(inner, rewriter))
                        .toList();
                nodes.add(rewriter.with(node, regions));
            }
        }
        return new Region(nodes, region.yields());
    }

    private @Nullable String plainName(Callee callee) {
        for (Map.Entry<Signature, String> entry : plain.entrySet()) {
            Signature signature = entry.getKey();
            if (callee.name().equals(signature.name()) && callee.owner().equals(Signatures.ownerOf(signature))) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static List<String> pieces(String start, int operands) {
        if (operands == 0) {
            return List.of(start + ")");
        }
        List<String> pieces = new ArrayList<>(Collections.nCopies(operands + 1, ", "));
        pieces.set(0, start);
        pieces.set(operands, ")");
        return pieces;
    }
}
