package dev.pullback.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a program, of text and smaller pieces, that knows what else could stand in its place.
 *
 * @param kind the type of an expression, {@link #STATEMENT} or {@link #FIXED}
 * @param parts strings and pieces
 */
record Code(String kind, List<Object> parts) {
    static final String STATEMENT = "statement";
    /** A method of a class, which can be left out if nothing calls it. */
    static final String MEMBER = "member";
    /** Neither to be left out nor to be replaced. */
    static final String FIXED = "fixed";

    /** Text in which each {@code $} stands for the next piece. */
    static Code of(String kind, String template, Code... pieces) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (Code piece : pieces) {
            int at = template.indexOf('$', from);
            parts.add(template.substring(from, at));
            parts.add(piece);
            from = at + 1;
        }
        if (template.indexOf('$', from) >= 0) {
            throw new IllegalArgumentException("a piece is missing: " + template);
        }
        parts.add(template.substring(from));
        return new Code(kind, List.copyOf(parts));
    }

    static Code statement(String template, Code... pieces) {
        return of(STATEMENT, template + "\n", pieces);
    }

    static Code fixed(String template, Code... pieces) {
        return of(FIXED, template, pieces);
    }

    static Code sequence(List<Code> pieces) {
        return new Code(FIXED, List.copyOf(pieces));
    }

    static Code sequence(Code... pieces) {
        return sequence(Arrays.asList(pieces));
    }

    boolean isExpression() {
        return !kind.equals(STATEMENT) && !kind.equals(MEMBER) && !kind.equals(FIXED);
    }

    /** This piece and all in it, each before its own. */
    List<Code> all() {
        List<Code> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Code> all) {
        all.add(this);
        for (Object part : parts) {
            if (part instanceof Code piece) {
                piece.collect(all);
            }
        }
    }

    /** The program with another piece at a place in the order of {@link #all()}. */
    Code with(int place, Code other) {
        if (place == 0) {
            return other;
        }
        List<Object> changed = new ArrayList<>();
        int from = 1;
        for (Object part : parts) {
            if (part instanceof Code piece) {
                int size = piece.all().size();
                boolean inside = place >= from && place < from + size;
                changed.add(inside ? piece.with(place - from, other) : piece);
                from += size;
            } else {
                changed.add(part);
            }
        }
        return new Code(kind, changed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        for (Object part : parts) {
            if (part instanceof Code piece) {
                piece.write(text);
            } else {
                text.append(part);
            }
        }
    }
}
