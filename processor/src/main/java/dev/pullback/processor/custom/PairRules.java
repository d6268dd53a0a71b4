package dev.pullback.processor.custom;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.IrTypes;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the pairs of methods of a class of rules: one for each mode. */
final class PairRules {

    private final TypeElement type;
    private final Attributed source;
    private final List<Flaw> flaws;
    private final Map<ExecutableElement, ExecutableElement> vjps = new LinkedHashMap<>();
    private final List<ExecutableElement> jvps = new ArrayList<>();

    /** @param type the class that the rules are for */
    PairRules(TypeElement type, Attributed source, List<Flaw> flaws) {
        this.type = type;
        this.source = source;
        this.flaws = flaws;
    }

    void addVjp(ExecutableElement vjp) {
        Candidates candidates = Candidates.of(type, RuleMethod.nameOfTarget(vjp, RuleAnnotations.VJP), source);
        Optional<ExecutableElement> target = candidates.fitting(vjp.getParameters());
        if (target.isEmpty()) {
            List<String> expected = new ArrayList<>();
            for (ExecutableElement method : candidates.methods()) {
                expected.add("static Pullback " + vjp.getSimpleName()
                        + Expected.parameters(method, candidates.parameters(method), "") + " for "
                        + Candidates.describe(method));
            }
            fitsNothing(vjp, candidates, expected);
        } else if (vjps.putIfAbsent(target.get(), vjp) != null) {
            flaws.add(Flaw.unusable(
                    vjp,
                    vjps.get(target.get()).getSimpleName() + " is the @Vjp of " + Candidates.describe(target.get())
                            + " already",
                    "Remove one of them."));
        }
    }

    /** How many tangents there are follows from the other half. */
    void addJvp(ExecutableElement jvp) {
        jvps.add(jvp);
    }

    private void fitsNothing(ExecutableElement rule, Candidates candidates, List<String> expected) {
        String advice = expected.isEmpty()
                ? "There is none of that name that can be called. Write the name of one that there is"
                : "Write " + String.join(", or ", expected);
        flaws.add(
                new Flaw(rule, Problem.RULE_FITS_NOTHING, List.of(rule.getSimpleName(), candidates.target(), advice)));
    }

    List<CustomRule> rules() {
        Map<ExecutableElement, ExecutableElement> halves = new LinkedHashMap<>();
        for (ExecutableElement jvp : jvps) {
            match(jvp, halves);
        }
        List<CustomRule> rules = new ArrayList<>();
        vjps.forEach((target, vjp) -> {
            ExecutableElement jvp = halves.get(target);
            if (jvp == null) {
                missingHalf(target, vjp);
            } else {
                rule(target, vjp, jvp).ifPresent(rules::add);
            }
        });
        return rules;
    }

    private void missingHalf(ExecutableElement target, ExecutableElement vjp) {
        boolean tried = jvps.stream()
                .anyMatch(
                        jvp -> target.getSimpleName().contentEquals(RuleMethod.nameOfTarget(jvp, RuleAnnotations.JVP)));
        if (!tried) {
            flaws.add(Flaw.unusable(
                    vjp,
                    "it is a rule for reverse mode only",
                    "Add, annotated with @Jvp(\"" + target.getSimpleName() + "\"): " + expected(target, vjp) + "."));
        }
    }

    private void match(ExecutableElement jvp, Map<ExecutableElement, ExecutableElement> halves) {
        String name = RuleMethod.nameOfTarget(jvp, RuleAnnotations.JVP);
        List<String> expected = new ArrayList<>();
        for (Map.Entry<ExecutableElement, ExecutableElement> entry : vjps.entrySet()) {
            ExecutableElement target = entry.getKey();
            if (!target.getSimpleName().contentEquals(name)) {
                continue;
            }
            expected.add(expected(target, entry.getValue()));
            if (fits(jvp, target, entry.getValue())) {
                if (halves.putIfAbsent(target, jvp) != null) {
                    flaws.add(Flaw.unusable(
                            jvp,
                            halves.get(target).getSimpleName() + " is the @Jvp of " + Candidates.describe(target)
                                    + " already",
                            "Remove one of them."));
                }
                return;
            }
        }
        if (expected.isEmpty()) {
            flaws.add(Flaw.unusable(
                    jvp,
                    "it is a rule for forward mode only, or its other half does not fit",
                    "Add a @Vjp(\"" + name + "\") that does."));
        } else {
            fitsNothing(jvp, Candidates.of(type, name, source), expected);
        }
    }

    private boolean fits(ExecutableElement jvp, ExecutableElement target, ExecutableElement vjp) {
        List<? extends VariableElement> parameters = jvp.getParameters();
        List<? extends VariableElement> own = vjp.getParameters();
        List<TypeMirror> tangents = tangents(vjp);
        if (parameters.size() != own.size() + tangents.size()) {
            return false;
        }
        for (int i = 0; i < tangents.size(); i++) {
            TypeMirror given = parameters.get(own.size() + i).asType();
            if (!source.types().isSameType(given, tangents.get(i))) {
                return false;
            }
        }
        return candidates(target)
                .fitting(parameters.subList(0, own.size()))
                .filter(target::equals)
                .isPresent();
    }

    private Candidates candidates(ExecutableElement target) {
        return Candidates.of(type, target.getSimpleName().toString(), source);
    }

    private static List<TypeMirror> tangents(ExecutableElement vjp) {
        List<TypeMirror> tangents = new ArrayList<>();
        for (VariableElement parameter : vjp.getParameters()) {
            if (isActive(parameter)) {
                tangents.add(parameter.asType());
            }
        }
        return tangents;
    }

    private static boolean isActive(VariableElement parameter) {
        return IrTypes.passive(parameter.asType()).differentiable() && !RuleMethod.has(parameter, Signatures.CONSTANT);
    }

    private String expected(ExecutableElement target, ExecutableElement vjp) {
        List<String> parameters = new ArrayList<>();
        for (VariableElement parameter : vjp.getParameters()) {
            parameters.add(Candidates.simple(parameter.asType()) + " " + parameter.getSimpleName());
        }
        for (VariableElement parameter : vjp.getParameters()) {
            if (isActive(parameter)) {
                parameters.add(Candidates.simple(parameter.asType()) + " " + parameter.getSimpleName() + "Dot");
            }
        }
        TypeMirror result = candidates(target).result(target);
        String returned = IrTypes.passive(result).differentiable() ? "ValueAndTangent" : Candidates.simple(result);
        return "static " + returned + " " + target.getSimpleName() + "(" + String.join(", ", parameters) + ") for "
                + Candidates.describe(target);
    }

    // --- both halves together

    private Optional<CustomRule> rule(ExecutableElement target, ExecutableElement vjp, ExecutableElement jvp) {
        List<? extends TypeMirror> thrown = target.getThrownTypes();
        Optional<Flaw> flaw = RuleMethod.uncallable(vjp, thrown, source)
                .or(() -> RuleMethod.uncallable(jvp, thrown, source))
                .or(() -> unlike(vjp, jvp))
                .or(() -> pointless(target, vjp))
                .or(() -> badArrays(vjp));
        if (flaw.isPresent()) {
            flaws.add(flaw.get());
            return Optional.empty();
        }
        PairShape shape = new PairShape(source, candidates(target).result(target), vjp);
        Optional<Flaw> misshapen = shape.flawOfJvp(jvp).or(shape::flawOfPullback);
        if (misshapen.isPresent()) {
            flaws.add(misshapen.get());
            return Optional.empty();
        }
        return Optional.of(new CustomRule(type, target, callee(target, vjp, jvp, shape), mentioned(vjp, jvp, shape)));
    }

    /** Both halves must agree on what is constant and what is written. */
    private static Optional<Flaw> unlike(ExecutableElement vjp, ExecutableElement jvp) {
        for (int i = 0; i < vjp.getParameters().size(); i++) {
            for (String annotation : List.of(Signatures.CONSTANT, RuleAnnotations.WRITTEN)) {
                if (RuleMethod.has(vjp.getParameters().get(i), annotation)
                        != RuleMethod.has(jvp.getParameters().get(i), annotation)) {
                    String simple = annotation.substring(annotation.lastIndexOf('.') + 1);
                    return Optional.of(Flaw.unusable(
                            jvp,
                            "parameter " + (i + 1) + " is @" + simple + " in only one of it and " + vjp.getSimpleName(),
                            "Declare it alike in both."));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> pointless(ExecutableElement target, ExecutableElement vjp) {
        boolean input = vjp.getParameters().stream().anyMatch(PairRules::isActive);
        boolean output = IrTypes.passive(target.getReturnType()).differentiable()
                || vjp.getParameters().stream()
                        .anyMatch(p -> isActive(p) && RuleMethod.has(p, RuleAnnotations.WRITTEN));
        return input && output
                ? Optional.empty()
                : Optional.of(Flaw.unusable(
                        vjp,
                        input ? "nothing that has a derivative comes out" : "every parameter is constant",
                        input
                                ? "Declare the arrays that the method writes @Written."
                                : "Remove the rule, or drop @Constant."));
    }

    private static Optional<Flaw> badArrays(ExecutableElement vjp) {
        for (VariableElement parameter : vjp.getParameters()) {
            boolean written = RuleMethod.has(parameter, RuleAnnotations.WRITTEN);
            Type own = IrTypes.passive(parameter.asType());
            if (written && !(own instanceof ArrayType array && array.element() instanceof Scalar)) {
                return Optional.of(Flaw.unusable(
                        vjp,
                        "only arrays of numbers can be @Written: rows that are moved are not followed",
                        "Pass the rows, or an array that holds all of them."));
            }
        }
        return Optional.empty();
    }

    private Callee callee(ExecutableElement target, ExecutableElement vjp, ExecutableElement jvp, PairShape shape) {
        TreeSet<Integer> written = new TreeSet<>();
        TreeSet<Integer> readAgain = new TreeSet<>();
        for (int i = 0; i < vjp.getParameters().size(); i++) {
            VariableElement parameter = vjp.getParameters().get(i);
            if (RuleMethod.has(parameter, RuleAnnotations.WRITTEN)) {
                written.add(i);
            } else if (IrTypes.passive(parameter.asType()) instanceof ArrayType) {
                readAgain.add(i);
            }
        }
        Type result = IrTypes.passive(candidates(target).result(target));
        boolean fresh = !(result instanceof ArrayType) || RuleMethod.flag(vjp, RuleAnnotations.VJP, "newResult");
        String holder = Signatures.ownerOf(vjp).getQualifiedName().toString();
        return new Callee(
                type.getQualifiedName().toString(),
                target.getSimpleName().toString(),
                vjp.getParameters().stream()
                        .map(p -> IrTypes.passive(p.asType()))
                        .toList(),
                vjp.getParameters().stream().map(PairRules::isActive).toList(),
                result,
                new Derivatives.Companion(
                        Derivatives.Author.USER,
                        holder,
                        vjp.getSimpleName().toString(),
                        jvp.getSimpleName().toString(),
                        new ObjectType(IrTypes.passive(vjp.getReturnType()).java()),
                        new ObjectType(IrTypes.passive(jvp.getReturnType()).java()),
                        new ObjectType(shape.cotangents()
                                .map(t -> IrTypes.passive(t).java())
                                .orElse("")),
                        shape.accessors()),
                new Effects(written, readAgain, fresh ? Effects.FRESH : Effects.UNKNOWN));
    }

    private List<Element> mentioned(ExecutableElement vjp, ExecutableElement jvp, PairShape shape) {
        List<Element> mentioned = new ArrayList<>(List.of(vjp, jvp));
        mentioned.addAll(shape.mentioned());
        // types of variables in generated code
        Stream.of(Optional.of(vjp.getReturnType()), Optional.of(jvp.getReturnType()), shape.cotangents())
                .flatMap(Optional::stream)
                .map(named -> source.types().asElement(named))
                .filter(Objects::nonNull)
                .forEach(mentioned::add);
        return mentioned;
    }
}
