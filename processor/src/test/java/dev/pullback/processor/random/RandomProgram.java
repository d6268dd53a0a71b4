package dev.pullback.processor.random;

import dev.pullback.processor.random.Names.Callee;
import java.util.ArrayList;
import java.util.List;

/**
 * A differentiable method with its arguments and the helpers that it calls, made from a seed.
 *
 * @param otherClass the class that the callees are members of
 * @param members of the class in which the method is
 * @param callees members of another class
 */
record RandomProgram(String name, String otherClass, long seed, Code members, Code callees) {

    static RandomProgram of(String name, String otherClass, long seed) {
        return new Writer(name, otherClass, seed).program(seed);
    }

    /** The program after something in it was replaced; {@link #whole()} is what the place counts in. */
    RandomProgram with(int place, Code other) {
        int size = members.all().size();
        return place - 1 < size
                ? new RandomProgram(name, otherClass, seed, members.with(place - 1, other), callees)
                : new RandomProgram(name, otherClass, seed, members, callees.with(place - 1 - size, other));
    }

    Code whole() {
        return Code.sequence(members, callees);
    }

    private static final class Writer {
        private final String name;
        private final String otherClass;
        private final Dice dice;
        private final boolean single;
        private final List<Callee> known = new ArrayList<>();
        private final List<Code> members = new ArrayList<>();
        private final List<Code> others = new ArrayList<>();

        Writer(String name, String otherClass, long seed) {
            this.name = name;
            this.otherClass = otherClass;
            this.dice = new Dice(seed);
            this.single = dice.chance(15);
        }

        RandomProgram program(long seed) {
            int helpers = dice.below(4);
            for (int i = 0; i < helpers; i++) {
                callee(i);
            }
            entry();
            return new RandomProgram(name, otherClass, seed, Code.sequence(members), Code.sequence(others));
        }

        // --- callees

        private void callee(int number) {
            String own = name + "h" + number;
            List<String> parameters = new ArrayList<>(List.of(single && dice.chance(50) ? "float" : "double"));
            List<String> types =
                    List.of("double", "double[]", "double[]", "int", "double[][]", single ? "float[]" : "double");
            for (int i = dice.below(3); i >= 0; i--) {
                parameters.add(dice.any(types));
            }
            String result = dice.any(List.of("double", "double", "double", single ? "float" : "double", "int"));
            // not an array: a result that may be any of several arguments is refused in places
            int kind = dice.below(10);
            boolean recursive = kind >= 8 && !result.equals("int");
            boolean annotated = kind < 4 && !result.equals("int");
            boolean elsewhere = kind < 2 && annotated;
            Names names = new Names();
            names.callees.addAll(elsewhere ? List.of() : known);
            List<String> declared = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                declared.add(parameters.get(i) + " p" + i);
                names.add(parameters.get(i), "p" + i, !parameters.get(i).endsWith("]"));
            }
            String head = String.join(", ", declared);
            Code body;
            if (recursive) {
                head = "int depth, " + head;
                body = recursion(own, parameters, result, names);
            } else {
                body = body(names, result, 2, 3, 2);
            }
            String modifiers = !annotated
                    ? "private static "
                    : elsewhere ? "@Differentiable public static " : "@Differentiable static ";
            Code method = Code.of(
                    Code.MEMBER, modifiers + result + " " + own + "(" + head + ") {\nint fuel = 5;\n$}\n\n", body);
            (elsewhere ? others : members).add(method);
            String call = elsewhere ? otherClass + "." + own : own;
            if (recursive) {
                String limited = own + "r";
                members.add(Code.of(
                        Code.MEMBER,
                        "private static " + result + " " + limited + "(" + String.join(", ", declared) + ") {\nreturn "
                                + own + "(" + dice.between(1, 3) + ", " + passed(parameters) + ");\n}\n\n"));
                call = limited;
            }
            known.add(new Callee(result, call, List.copyOf(parameters)));
        }

        private static String passed(List<String> parameters) {
            List<String> passed = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                passed.add("p" + i);
            }
            return String.join(", ", passed);
        }

        private Code recursion(String own, List<String> parameters, String result, Names names) {
            Expressions expressions = new Expressions(dice, names, single);
            Code stop = Code.fixed("if (depth <= 0) {\nreturn $;\n}\n", expressions.of(result, 2));
            Statements statements = new Statements(dice, names, result, single, 4);
            Statements.Block before = statements.open(2, dice.between(1, 3));
            if (!before.completes()) {
                return Code.sequence(stop, before.code());
            }
            List<Code> calls = new ArrayList<>();
            for (int i = dice.below(2); i >= 0; i--) {
                Code value = expressions.call(result, own + "(depth - 1, ", parameters, 1);
                String variable = names.fresh("r");
                calls.add(Code.statement(result + " " + variable + " = $;", value));
                names.add(result, variable, true);
            }
            Statements.Block after = statements.open(1, dice.between(1, 2));
            Code exit = after.completes() ? Code.fixed("return $;\n", expressions.of(result, 2)) : Code.fixed("");
            return Code.sequence(stop, before.code(), Code.sequence(calls), after.code(), exit);
        }

        private Code body(Names names, String result, int depth, int budget, int count) {
            Statements statements = new Statements(dice, names, result, single, budget);
            Statements.Block block = statements.open(depth, count);
            return block.completes() ? Code.sequence(block.code(), statements.exit()) : block.code();
        }

        // --- the method

        private void entry() {
            Names names = new Names();
            names.callees.addAll(known);
            List<String> declared = new ArrayList<>();
            List<List<String>> arguments = List.of(new ArrayList<>(), new ArrayList<>());
            List<String> sums = new ArrayList<>();
            parameter("double", "a", true, "", names, declared, arguments);
            sums.add("a");
            if (dice.chance(80)) {
                parameter("double[]", "x", dice.chance(50), "", names, declared, arguments);
            }
            if (dice.chance(40)) {
                parameter("double[]", "y", dice.chance(50), "", names, declared, arguments);
            }
            if (dice.chance(35)) {
                parameter("double[][]", "m", false, "", names, declared, arguments);
            }
            if (single) {
                parameter("float", "f", true, "", names, declared, arguments);
                parameter("float[]", "g", true, "", names, declared, arguments);
            }
            if (dice.chance(20)) {
                parameter("double", "c", true, "@Constant ", names, declared, arguments);
            }
            if (dice.chance(20)) {
                parameter("double[]", "w", false, "@Constant ", names, declared, arguments);
            }
            if (dice.chance(60)) {
                parameter("int[]", "k", false, "", names, declared, arguments);
            }
            if (dice.chance(60)) {
                parameter("int", "n", true, "", names, declared, arguments);
            }
            if (dice.chance(20)) {
                parameter("String", "name", false, "", names, declared, arguments);
            }
            if (dice.chance(20)) {
                parameter("boolean", "flag", true, "", names, declared, arguments);
            }
            if (dice.chance(10)) {
                parameter("double...", "more", false, "", names, declared, arguments);
            }
            if (dice.chance(15)) {
                members.add(Code.of(
                        Code.MEMBER,
                        "private static final double[] " + name + "T = {0.3, " + dice.number() + ", 1.2, "
                                + dice.number() + "};\n\n"));
                names.add("table", name + "T", false);
            }
            boolean hasArray = !names.readable("double[]").isEmpty();
            String result =
                    dice.any(List.of("double", "double", "double", single ? "float" : "double", "double[]", "void"));
            result = !hasArray && !single ? "double" : result.equals("double[]") && !hasArray ? "float" : result;
            boolean nothing =
                    result.equals("void") && names.readable("double[]").stream().noneMatch("xy"::contains);
            result = nothing ? "double" : result;
            write(names, declared, arguments, result);
        }

        private void write(Names names, List<String> declared, List<List<String>> arguments, String result) {
            Expressions expressions = new Expressions(dice, names, single);
            List<Code> body = new ArrayList<>();
            body.add(Code.fixed("int fuel = 12;\n"));
            body.add(Code.statement("int p = 1;"));
            body.add(Code.statement("double s = $;", Code.of("double", "0.3")));
            names.add("int", "p", true);
            names.add("double", "s", true);
            if (!names.readable("table").isEmpty()) {
                body.add(Code.statement("s += " + name + "T[$] * a;", expressions.index()));
            }
            Statements statements = new Statements(dice, names, result, single, dice.between(3, 12));
            List<String> written =
                    names.readable("double[]").stream().filter("xy"::contains).toList();
            if (result.equals("void")) {
                body.add(Code.fixed(dice.any(written) + "[1] += a;\n"));
            }
            Statements.Block block = statements.open(3, dice.between(2, 5));
            body.add(block.code());
            if (block.completes()) {
                body.add(last(names, expressions, result));
            }
            members.add(Code.fixed(
                    "@Differentiable\nstatic " + result + " " + name + "(" + String.join(", ", declared)
                            + ") {\n$}\n\n",
                    Code.sequence(body)));
            members.add(Code.fixed("static Object[][] " + name + "Args() {\nreturn new Object[][] {{"
                    + String.join(", ", arguments.get(0)) + "}, {" + String.join(", ", arguments.get(1))
                    + "}};\n}\n\n"));
        }

        /** Lets much of what was computed reach the result. */
        private Code last(Names names, Expressions expressions, String result) {
            if (result.equals("void")) {
                return Code.fixed("");
            }
            if (result.equals("double[]")) {
                return Code.fixed("return $;\n", expressions.array("double[]", 2));
            }
            List<Code> terms = new ArrayList<>();
            names.readable("double").forEach(variable -> terms.add(Code.of("double", variable)));
            names.readable("float").forEach(variable -> terms.add(Code.of("float", variable)));
            names.readable("double[]")
                    .forEach(variable -> terms.add(Code.of(
                            "double",
                            variable + "[$] * " + variable + "[3]",
                            Code.of("int", String.valueOf(dice.below(3))))));
            names.readable("double[][]")
                    .forEach(variable -> terms.add(Code.of("double", variable + "[2][$]", expressions.index())));
            String template = String.join(" + ", terms.stream().map(t -> "$").toList());
            Code sum = Code.of("double", template, terms.toArray(Code[]::new));
            return result.equals("float") ? Code.fixed("return (float) ($);\n", sum) : Code.fixed("return $;\n", sum);
        }

        private void parameter(
                String type,
                String variable,
                boolean assignable,
                String modifier,
                Names names,
                List<String> declared,
                List<List<String>> arguments) {
            declared.add(modifier + type + " " + variable);
            names.add(type.equals("double...") ? "double[]" : type, variable, assignable);
            for (int set = 0; set < 2; set++) {
                arguments.get(set).add(argument(type, set));
            }
        }

        private String argument(String type, int set) {
            return switch (type) {
                case "double" -> dice.number();
                case "float" -> "(float) " + dice.number();
                case "double[]", "double..." -> "new double[] {" + numbers(4 + set) + "}";
                case "float[]" -> "new float[] {" + numbers(4).replace(",", "f,") + "f}";
                case "double[][]" ->
                    "new double[][] {{" + numbers(4) + "}, {" + numbers(4 + set) + "}, {" + numbers(4) + "}}";
                case "int" -> String.valueOf(dice.below(4));
                case "int[]" -> "new int[] {" + dice.below(4) + ", " + dice.below(4) + ", 2, " + dice.below(4) + "}";
                case "String" -> dice.any(List.of("\"one\"", "\"two\"", "\"other\""));
                case "boolean" -> String.valueOf(dice.chance(50));
                default -> throw new IllegalArgumentException(type);
            };
        }

        private String numbers(int count) {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(dice.number());
            }
            return String.join(", ", numbers);
        }
    }
}
