package dev.pullback.processor.libraries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came of a library, as Markdown: the figures, the rejected methods by code, and the causes with a message of each. */
final class Summary {

    /** What differs between two messages that say the same: what they name. */
    private static final Pattern NAMES = Pattern.compile(
            "(?<=private )(\\w+) \\w+|(?<=active value )(?!of this)\\w+|(?<=this calls )[^,]+|^.*?(?= has no )|(?<=call of )\\w+");

    private Summary() {}

    static String of(LibraryCheck library) {
        Map<Eligible, String> codes = new LinkedHashMap<>();
        for (Rejection rejection : library.compiled().rejections()) {
            rejection.method().ifPresent(method -> {
                // what a method does itself says more than what it calls
                String before = codes.get(method);
                if (before == null || before.equals("CallsUnsupported")) {
                    codes.put(method, rejection.code());
                }
            });
        }
        int generated = library.generated().size();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "Eligible %d, generated %d, verified %d, wrong %d, rejected %d.%n%n",
                library.eligible().size(),
                generated,
                generated - library.undecided().size(),
                library.wrong().size(),
                library.eligible().size() - generated));
        byCode(text, codes);
        causes(text, library.compiled().rejections());
        return text.toString();
    }

    private static void byCode(StringBuilder text, Map<Eligible, String> codes) {
        Map<String, Integer> counts = new TreeMap<>();
        codes.values().forEach(code -> counts.merge(code, 1, Integer::sum));
        text.append("| code | methods |\n|---|---|\n");
        counts.forEach((code, count) ->
                text.append("| `").append(code).append("` | ").append(count).append(" |\n"));
        text.append('\n');
    }

    /** Each kind of message, but for those that only point to another one. */
    private static void causes(StringBuilder text, List<Rejection> rejections) {
        Map<String, List<Rejection>> kinds = new TreeMap<>();
        for (Rejection rejection : rejections) {
            if (!rejection.code().equals("CallsUnsupported")) {
                String kind = rejection.code() + NAMES.matcher(rejection.text()).replaceAll("…");
                kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(rejection);
            }
        }
        text.append("| places | a message |\n|---|---|\n");
        kinds.values().stream()
                .sorted((a, b) -> places(b).size() - places(a).size())
                .forEach(kind -> text.append(row(places(kind).size(), kind.get(0))));
        text.append('\n');
    }

    private static Set<String> places(List<Rejection> kind) {
        Set<String> places = new LinkedHashSet<>();
        kind.forEach(rejection -> places.add(rejection.place()));
        return places;
    }

    private static String row(int places, Rejection example) {
        return "| " + places + " | `" + example.place() + ": [Pullback/" + example.code() + "] "
                + example.text().replace("|", "\\|") + "` |\n";
    }
}
