package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java's operators on literals, exactly as Java 17 evaluates them (all floating-point arithmetic is strict since then). What is not known
 * to the last bit, or throws, has no value here: functions, integer division by zero, and operations that make a NaN.
 */
final class Literals {

    private Literals() {}

    /** The boxed value of the operator, or null. */
    static @Nullable Object evaluate(Primitive operator, Scalar type, List<Object> operands) {
        Object a = operands.get(0);
        if (operator == Primitive.CAST) {
            return cast(type, a);
        } else if (operands.size() == 1) {
            return unary(operator, a);
        }
        Object b = operands.get(1);
        if (operator == Primitive.SHL || operator == Primitive.SHR || operator == Primitive.USHR) {
            return shift(operator, a, b);
        } else if (a instanceof Boolean x && b instanceof Boolean y) {
            return ofBooleans(operator, x, y);
        } else if (a instanceof Integer x && b instanceof Integer y) {
            return ofInts(operator, x, y);
        } else if (a instanceof Long x && b instanceof Long y) {
            return ofLongs(operator, x, y);
        } else if (a instanceof Double x && b instanceof Double y) {
            return ofDoubles(operator, x, y);
        } else if (a instanceof Float x && b instanceof Float y) {
            return ofFloats(operator, x, y);
        }
        return null;
    }

    private static @Nullable Object unary(Primitive operator, Object a) {
        if (operator == Primitive.NOT && a instanceof Boolean x) {
            return !x;
        } else if (operator == Primitive.NEG) {
            return negate(a);
        } else if (operator == Primitive.COMPLEMENT && a instanceof Integer x) {
            return ~x;
        } else if (operator == Primitive.COMPLEMENT && a instanceof Long x) {
            return ~x;
        }
        return null;
    }

    private static @Nullable Object negate(Object a) {
        if (a instanceof Integer x) {
            return -x;
        } else if (a instanceof Long x) {
            return -x;
        } else if (a instanceof Double x) {
            return unlessNan(-x);
        } else if (a instanceof Float x) {
            return unlessNan(-x);
        }
        return null;
    }

    private static @Nullable Object cast(Scalar type, Object a) {
        if (a instanceof Boolean) {
            return null;
        } else if (a instanceof Double x) {
            return x.isNaN() ? null : fromDouble(type, x);
        } else if (a instanceof Float x) {
            return x.isNaN() ? null : fromFloat(type, x);
        } else if (a instanceof Character x) {
            return fromLong(type, x);
        }
        return a instanceof Number x ? fromLong(type, x.longValue()) : null;
    }

    private static @Nullable Object fromDouble(Scalar type, double x) {
        return switch (type) {
            case BOOLEAN -> null;
            case BYTE -> (byte) x;
            case SHORT -> (short) x;
            case CHAR -> (char) x;
            case INT -> (int) x;
            case LONG -> (long) x;
            case FLOAT -> (float) x;
            case DOUBLE -> x;
        };
    }

    private static @Nullable Object fromFloat(Scalar type, float x) {
        return switch (type) {
            case BOOLEAN -> null;
            case BYTE -> (byte) x;
            case SHORT -> (short) x;
            case CHAR -> (char) x;
            case INT -> (int) x;
            case LONG -> (long) x;
            case FLOAT -> x;
            case DOUBLE -> (double) x;
        };
    }

    /** From any integral type: widened to long first, which changes nothing, as narrowing only drops bits and rounding is once. */
    private static @Nullable Object fromLong(Scalar type, long x) {
        return switch (type) {
            case BOOLEAN -> null;
            case BYTE -> (byte) x;
            case SHORT -> (short) x;
            case CHAR -> (char) x;
            case INT -> (int) x;
            case LONG -> x;
            case FLOAT -> (float) x;
            case DOUBLE -> (double) x;
        };
    }

    private static @Nullable Object shift(Primitive operator, Object a, Object b) {
        if (!(b instanceof Integer || b instanceof Long)) {
            return null;
        }
        // Java uses the low five or six bits of the distance, which are the same in its int and its long form.
        int distance = ((Number) b).intValue();
        if (a instanceof Integer x) {
            return switch (operator) {
                case SHL -> x << distance;
                case SHR -> x >> distance;
                default -> x >>> distance;
            };
        } else if (a instanceof Long x) {
            return switch (operator) {
                case SHL -> x << distance;
                case SHR -> x >> distance;
                default -> x >>> distance;
            };
        }
        return null;
    }

    private static @Nullable Object ofBooleans(Primitive operator, boolean x, boolean y) {
        return switch (operator) {
            case AND -> x & y;
            case OR -> x | y;
            case XOR, NE -> x ^ y;
            case EQ -> x == y;
            default -> null;
        };
    }

    private static @Nullable Object ofInts(Primitive operator, int x, int y) {
        return switch (operator) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> y == 0 ? null : (Object) (x / y);
            case REM -> y == 0 ? null : (Object) (x % y);
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            default -> ordered(operator, Integer.compare(x, y));
        };
    }

    private static @Nullable Object ofLongs(Primitive operator, long x, long y) {
        return switch (operator) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> y == 0 ? null : (Object) (x / y);
            case REM -> y == 0 ? null : (Object) (x % y);
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            default -> ordered(operator, Long.compare(x, y));
        };
    }

    private static @Nullable Object ordered(Primitive operator, int comparison) {
        return switch (operator) {
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
            case EQ -> comparison == 0;
            case NE -> comparison != 0;
            default -> null;
        };
    }

    private static @Nullable Object ofDoubles(Primitive operator, double x, double y) {
        return switch (operator) {
            case ADD -> unlessNan(x + y);
            case SUB -> unlessNan(x - y);
            case MUL -> unlessNan(x * y);
            case DIV -> unlessNan(x / y);
            default -> compared(operator, x, y);
        };
    }

    private static @Nullable Object ofFloats(Primitive operator, float x, float y) {
        return switch (operator) {
            case ADD -> unlessNan(x + y);
            case SUB -> unlessNan(x - y);
            case MUL -> unlessNan(x * y);
            case DIV -> unlessNan(x / y);
            default -> compared(operator, x, y);
        };
    }

    /** Widening a float to a double changes no comparison. */
    private static @Nullable Object compared(Primitive operator, double x, double y) {
        return switch (operator) {
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
            case EQ -> x == y;
            case NE -> x != y;
            default -> null;
        };
    }

    /** The bits of a NaN that the machine computes need not be those of the literal. */
    private static @Nullable Object unlessNan(double x) {
        return Double.isNaN(x) ? null : (Object) x;
    }

    private static @Nullable Object unlessNan(float x) {
        return Float.isNaN(x) ? null : (Object) x;
    }
}
