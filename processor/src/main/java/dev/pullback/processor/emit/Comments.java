package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says in a reverse sweep which line of the source the next statements undo, once for each change. */
final class Comments {

    private static final int COLUMNS = 120;
    private static final int LEAST = 40;

    private final Commentary commentary;
    private Origin last = Origin.NONE;

    Comments(Commentary commentary) {
        this.commentary = commentary;
    }

    /** The comment, without the slashes, to go before a step at that depth of blocks. */
    Optional<String> before(Step step, int depth) {
        if (!isDue(step)) {
            return Optional.empty();
        }
        last = origin(step);
        String place = "   " + last.file() + ":" + last.line();
        int room = Math.max(LEAST, COLUMNS - 8 - 4 * depth - "// ".length() - place.length());
        String text = last.text().replace('\n', ' ').replace("\\u", "\\ u");
        return Optional.of((text.length() <= room ? text : text.substring(0, room - 3) + "...") + place);
    }

    boolean isDue(Step step) {
        Origin origin = origin(step);
        return commentary == Commentary.SOURCE_LINES
                && origin.line() > 0
                && !origin.text().isEmpty()
                && !isSame(origin, last);
    }

    private static boolean isSame(Origin a, Origin b) {
        return a.line() == b.line() && a.file().equals(b.file()) && a.text().equals(b.text());
    }

    /** Of a loop or branch that has none, that of all that is in it, if there is only one. */
    private static Origin origin(Step step) {
        Origin own = Planner.origin(step);
        if (own.line() > 0) {
            return own;
        }
        Set<Origin> inside = new LinkedHashSet<>();
        if (step instanceof Step.Branch branch) {
            collect(branch.then, inside);
            collect(branch.otherwise, inside);
        } else if (step instanceof Step.Protect guarded) {
            collect(guarded.body, inside);
            collect(guarded.last, inside);
        } else if (step instanceof Step.Repeat repeat) {
            collect(repeat.body, inside);
        }
        return inside.size() == 1 ? inside.iterator().next() : Origin.NONE;
    }

    private static void collect(List<Step> steps, Set<Origin> origins) {
        for (Step step : steps) {
            Origin own = Planner.origin(step);
            if (own.line() > 0) {
                origins.add(new Origin(own.file(), own.line(), own.text(), null));
            } else if (step instanceof Step.Branch branch) {
                collect(branch.then, origins);
                collect(branch.otherwise, origins);
            } else if (step instanceof Step.Protect guarded) {
                collect(guarded.body, origins);
                collect(guarded.last, origins);
            } else if (step instanceof Step.Repeat repeat) {
                collect(repeat.body, origins);
            }
        }
    }
}
