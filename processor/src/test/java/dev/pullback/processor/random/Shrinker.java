package dev.pullback.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a failing program smaller for as long as it fails in the same way. */
final class Shrinker {
    private static final Map<String, List<String>> SIMPLEST = Map.of(
            "double", List.of("0.37", "a"),
            "float", List.of("0.37f"),
            "int", List.of("0", "1", "2"),
            "long", List.of("1L"),
            "boolean", List.of("true", "false"),
            "double[]", List.of("new double[4]"));

    private final String kind;
    private final long deadline;

    private Shrinker(String kind, long deadline) {
        this.kind = kind;
        this.deadline = deadline;
    }

    static Trial.Finding smallest(Trial.Finding finding, int seconds) {
        Shrinker shrinker = new Shrinker(finding.kind(), System.nanoTime() + seconds * 1_000_000_000L);
        Trial.Finding best = finding;
        int length;
        do {
            length = length(best);
            best = shrinker.pass(best);
        } while (length(best) < length && shrinker.hasTime());
        return best;
    }

    private static int length(Trial.Finding finding) {
        return finding.program().whole().text().length();
    }

    private boolean hasTime() {
        return System.nanoTime() < deadline;
    }

    private Trial.Finding pass(Trial.Finding finding) {
        Trial.Finding best = finding;
        for (int place = 1; place < best.program().whole().all().size() && hasTime(); place++) {
            Code here = best.program().whole().all().get(place);
            for (Code other : simpler(here)) {
                Trial.Finding found = hasTime() ? tried(best.program(), place, other) : null;
                if (found != null) {
                    best = found;
                    place--;
                    break;
                }
            }
        }
        return best;
    }

    private static List<Code> simpler(Code code) {
        List<Code> others = new ArrayList<>();
        List<Code> inside = code.all();
        if (code.isExpression()) {
            String text = code.text();
            List<String> simplest = SIMPLEST.getOrDefault(code.kind(), List.of());
            boolean isSimple = simplest.contains(text) || text.matches("\\w+");
            if (!isSimple) {
                simplest.forEach(literal -> others.add(Code.of(code.kind(), literal)));
                inside.stream()
                        .skip(1)
                        .filter(piece -> piece.kind().equals(code.kind()))
                        .forEach(others::add);
            }
        } else if (code.kind().equals(Code.STATEMENT)) {
            others.add(Code.fixed(""));
            code.parts().stream()
                    .filter(part -> part instanceof Code piece && !piece.isExpression())
                    .forEach(part -> others.add((Code) part));
        } else if (code.kind().equals(Code.MEMBER)) {
            others.add(Code.fixed(""));
        }
        others.removeIf(other -> other.text().length() >= code.text().length());
        return others;
    }

    /** What is found in the program with the replacement, if it is the same. */
    private Trial.Finding tried(RandomProgram program, int place, Code other) {
        return Trial.again(program.with(place, other), kind).findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }
}
