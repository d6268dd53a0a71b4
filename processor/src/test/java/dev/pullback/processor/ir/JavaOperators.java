package dev.pullback.processor.ir;

/** The operators of the Java language on boxed values. */
final class JavaOperators {

    private JavaOperators() {}

    static Object apply(Primitive operator, Node.Op node, Object... operands) {
        Object a = operands[0];
        if (operator == Primitive.CAST) {
            return cast(node.result().scalar(), a);
        } else if (operands.length == 1) {
            return unary(operator, a);
        }
        Object b = operands[1];
        if (!(node.operands().get(0).type() instanceof Scalar)) {
            return equality(operator, a == b);
        } else if (operator == Primitive.SHL || operator == Primitive.SHR || operator == Primitive.USHR) {
            return shift(operator, a, ((Number) b).intValue());
        } else if (a instanceof Boolean p) {
            return logical(operator, p, (Boolean) b);
        } else if (a instanceof Double x) {
            return doubles(operator, x, (Double) b);
        } else if (a instanceof Float x) {
            return floats(operator, x, (Float) b);
        } else if (a instanceof Long i) {
            return longs(operator, i, (Long) b);
        }
        return ints(operator, (Integer) cast(Scalar.INT, a), (Integer) cast(Scalar.INT, b));
    }

    private static Object unary(Primitive operator, Object a) {
        return switch (operator) {
            case NOT -> !(Boolean) a;
            case COMPLEMENT -> a instanceof Long i ? (Object) ~i : (Object) ~(Integer) a;
            case NEG -> {
                if (a instanceof Double x) {
                    yield -x;
                } else if (a instanceof Float x) {
                    yield -x;
                }
                yield a instanceof Long i ? (Object) (-i) : (Object) (-(Integer) a);
            }
            default -> throw new IllegalStateException(operator + " of one operand");
        };
    }

    private static Object equality(Primitive operator, boolean same) {
        return switch (operator) {
            case EQ -> same;
            case NE -> !same;
            default -> throw new IllegalStateException(operator + " of references");
        };
    }

    private static Object logical(Primitive operator, boolean a, boolean b) {
        return switch (operator) {
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            default -> equality(operator, a == b);
        };
    }

    private static Object shift(Primitive operator, Object a, int distance) {
        if (a instanceof Long i) {
            return switch (operator) {
                case SHL -> i << distance;
                case SHR -> i >> distance;
                default -> i >>> distance;
            };
        }
        int i = (Integer) a;
        return switch (operator) {
            case SHL -> i << distance;
            case SHR -> i >> distance;
            default -> i >>> distance;
        };
    }

    private static Object doubles(Primitive operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
            default -> equality(operator, a == b);
        };
    }

    private static Object floats(Primitive operator, float a, float b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
            default -> equality(operator, a == b);
        };
    }

    private static Object longs(Primitive operator, long a, long b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
            default -> equality(operator, a == b);
        };
    }

    private static Object ints(Primitive operator, int a, int b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
            default -> equality(operator, a == b);
        };
    }

    /** Conversion between numeric types as in JLS 5.1.2 and 5.1.3. */
    static Object cast(Scalar type, Object from) {
        if (from instanceof Character c) {
            return cast(type, (int) c);
        } else if (from instanceof Double || from instanceof Float) {
            return ofReal(type, ((Number) from).doubleValue());
        }
        return ofInteger(type, ((Number) from).longValue());
    }

    private static Object ofReal(Scalar type, double x) {
        return switch (type) {
            case BYTE -> (byte) x;
            case SHORT -> (short) x;
            case CHAR -> (char) x;
            case INT -> (int) x;
            case LONG -> (long) x;
            case FLOAT -> (float) x;
            case DOUBLE -> x;
            case BOOLEAN -> throw new IllegalStateException("cast to boolean");
        };
    }

    private static Object ofInteger(Scalar type, long i) {
        return switch (type) {
            case BYTE -> (byte) i;
            case SHORT -> (short) i;
            case CHAR -> (char) i;
            case INT -> (int) i;
            case LONG -> i;
            case FLOAT -> (float) i;
            case DOUBLE -> (double) i;
            case BOOLEAN -> throw new IllegalStateException("cast to boolean");
        };
    }
}
