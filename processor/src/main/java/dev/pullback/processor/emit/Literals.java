package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Java literals, exact to the last bit: {@code 0.1}, {@code -0.0}, {@code Double.NaN}, {@code 3L}, {@code (byte) 7}, {@code 'x'}. */
final class Literals {

    /** Whole numbers up to here are written without a fraction where Java widens them anyway. */
    private static final double SHORT_WHOLE = 1e6;

    private final Owners owners;

    Literals(Owners owners) {
        this.owners = owners;
    }

    CodeBlock of(@Nullable Object literal) {
        if (literal instanceof Double x) {
            return ofDouble(x);
        } else if (literal instanceof Float x) {
            return ofFloat(x);
        } else if (literal instanceof Integer x) {
            return x == Integer.MIN_VALUE ? member(Integer.class, "MIN_VALUE") : CodeBlock.of("$L", x);
        } else if (literal instanceof Long x) {
            return x == Long.MIN_VALUE ? member(Long.class, "MIN_VALUE") : CodeBlock.of("$LL", x);
        } else if (literal instanceof Byte || literal instanceof Short) {
            String type = literal instanceof Byte ? "byte" : "short";
            return CodeBlock.of("($L) $L", type, literal);
        } else if (literal instanceof Character x) {
            return CodeBlock.of("'$L'", escaped(x, '\''));
        } else if (literal instanceof String x) {
            return CodeBlock.of("$L", quoted(x));
        }
        return CodeBlock.of("$L", String.valueOf(literal));
    }

    /** The same number as an {@code int} literal, or null: for where the other operand or the target makes a wider number of it. */
    static @Nullable CodeBlock narrow(Object literal) {
        if (literal instanceof Double || literal instanceof Float) {
            double x = ((Number) literal).doubleValue();
            boolean whole = x == Math.rint(x) && Math.abs(x) < SHORT_WHOLE;
            return whole && !isNegativeZero(x) ? CodeBlock.of("$L", (int) x) : null;
        } else if (literal instanceof Long x && Math.abs(x) < SHORT_WHOLE) {
            return CodeBlock.of("$L", x);
        }
        return null;
    }

    static int precedence(@Nullable Object literal) {
        boolean negative = literal instanceof Number x && (x.doubleValue() < 0 || isNegativeZero(x.doubleValue()));
        boolean cast = literal instanceof Byte || literal instanceof Short;
        return negative || cast ? Expression.UNARY : Expression.PRIMARY;
    }

    private static boolean isNegativeZero(double x) {
        return x == 0 && 1 / x < 0;
    }

    private CodeBlock ofDouble(double x) {
        if (x == Math.PI || x == Math.E) {
            return member(Math.class, x == Math.E ? "E" : "PI");
        } else if (x == Double.MIN_VALUE || x == Double.MAX_VALUE) {
            return member(Double.class, x == Double.MIN_VALUE ? "MIN_VALUE" : "MAX_VALUE");
        }
        return Double.isFinite(x)
                ? CodeBlock.of("$L", isNegativeZero(x) ? "-0.0" : decimal(x))
                : special(Double.class, x);
    }

    private CodeBlock ofFloat(float x) {
        if (x == Float.MIN_VALUE || x == Float.MAX_VALUE) {
            return member(Float.class, x == Float.MIN_VALUE ? "MIN_VALUE" : "MAX_VALUE");
        }
        return Float.isFinite(x)
                ? CodeBlock.of("$Lf", isNegativeZero(x) ? "-0.0" : decimal(x))
                : special(Float.class, x);
    }

    private CodeBlock special(Class<?> type, double x) {
        String name = Double.isNaN(x) ? "NaN" : x > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
        return member(type, name);
    }

    private CodeBlock member(Class<?> owner, String name) {
        return CodeBlock.of("$L.$L", owners.of(owner), name);
    }

    /** Not {@link Double#toString}, whose digits are not the same before and after JDK 19. */
    private static String decimal(double x) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal rounded = exact;
        for (int digits = 1; digits <= 17; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == x) {
                break;
            }
        }
        return text(rounded);
    }

    private static String decimal(float x) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal rounded = exact;
        for (int digits = 1; digits <= 9; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == x) {
                break;
            }
        }
        return text(rounded);
    }

    private static String text(BigDecimal x) {
        if (x.signum() == 0) {
            return "0.0";
        }
        BigDecimal size = x.abs();
        boolean plain = size.compareTo(new BigDecimal("1e-3")) >= 0 && size.compareTo(new BigDecimal("1e7")) < 0;
        BigDecimal digits = x.stripTrailingZeros();
        if (plain) {
            return digits.setScale(Math.max(digits.scale(), 1)).toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        BigDecimal mantissa = digits.movePointLeft(exponent);
        return mantissa.setScale(Math.max(mantissa.scale(), 1)).toPlainString() + "E" + exponent;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            quoted.append(escaped(c, '"'));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char c, char quote) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\\' -> "\\\\";
            default -> c == quote ? "\\" + c : c >= ' ' && c < 127 ? "" + c : String.format("\\u%04x", (int) c);
        };
    }
}
