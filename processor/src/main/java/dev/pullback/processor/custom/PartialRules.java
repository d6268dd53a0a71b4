package dev.pullback.processor.custom;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Derivatives.Partial;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.IrTypes;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the partial derivatives of a class of rules: those of one method together make one rule. */
final class PartialRules {

    private final TypeElement type;
    private final Attributed source;
    private final List<Flaw> flaws;
    private final Map<ExecutableElement, List<ExecutableElement>> partials = new LinkedHashMap<>();

    /** @param type the class that the rules are for */
    PartialRules(TypeElement type, Attributed source, List<Flaw> flaws) {
        this.type = type;
        this.source = source;
        this.flaws = flaws;
    }

    void add(ExecutableElement partial) {
        String name = RuleMethod.nameOfTarget(partial, RuleAnnotations.PARTIAL);
        Candidates candidates = Candidates.of(type, name, source);
        Optional<ExecutableElement> target = candidates
                .fitting(arguments(partial))
                .filter(method -> candidates.isSame(candidates.result(method), partial.getReturnType()));
        if (target.isEmpty()) {
            flaws.add(new Flaw(
                    partial,
                    Problem.RULE_FITS_NOTHING,
                    List.of(partial.getSimpleName(), candidates.target(), expected(partial, candidates))));
            return;
        }
        Optional<Flaw> flaw = RuleMethod.uncallable(partial, List.of(), source).or(() -> flaw(partial, target.get()));
        flaw.ifPresentOrElse(
                flaws::add,
                () -> partials.computeIfAbsent(target.get(), method -> new ArrayList<>())
                        .add(partial));
    }

    /** The parameters but the one for the result. */
    private static List<? extends VariableElement> arguments(ExecutableElement partial) {
        List<? extends VariableElement> all = partial.getParameters();
        return takesResult(partial) ? all.subList(0, all.size() - 1) : all;
    }

    private static boolean takesResult(ExecutableElement partial) {
        List<? extends VariableElement> all = partial.getParameters();
        return !all.isEmpty() && RuleMethod.has(all.get(all.size() - 1), RuleAnnotations.RESULT);
    }

    private static String expected(ExecutableElement partial, Candidates candidates) {
        List<String> signatures = new ArrayList<>();
        for (ExecutableElement method : candidates.methods()) {
            TypeMirror result = candidates.result(method);
            if (isReal(result)) {
                signatures.add("static " + result + " " + partial.getSimpleName()
                        + Expected.parameters(method, candidates.parameters(method), "@Wrt ") + " for "
                        + Candidates.describe(method));
            }
        }
        if (!signatures.isEmpty()) {
            return "Write " + String.join(", or ", signatures);
        }
        return candidates.methods().isEmpty()
                ? "There is none of that name that can be called. Write the name of one that there is"
                : "None of that name returns a double or a float. Write a @Vjp and a @Jvp";
    }

    private static boolean isReal(TypeMirror type) {
        return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
    }

    private Optional<Flaw> flaw(ExecutableElement partial, ExecutableElement target) {
        List<? extends VariableElement> arguments = arguments(partial);
        int wrt = RuleMethod.only(arguments, RuleAnnotations.WRT);
        if (!isReal(target.getReturnType())) {
            return Optional.of(Flaw.unusable(
                    partial,
                    "only what returns a double or a float has partial derivatives",
                    "Write a @Vjp and a @Jvp."));
        } else if (wrt < 0 || !isReal(arguments.get(wrt).asType())) {
            return Optional.of(Flaw.unusable(
                    partial,
                    "it does not say with respect to which parameter it is",
                    "Annotate one parameter, a double or a float, with @Wrt."));
        } else if (takesResult(partial) && !isResult(partial, target)) {
            return Optional.of(Flaw.unusable(
                    partial,
                    "its @Result is not of the type of the method's result",
                    "Declare it as " + target.getReturnType() + "."));
        } else if (arguments.stream().anyMatch(p -> RuleMethod.has(p, RuleAnnotations.RESULT))) {
            return Optional.of(
                    Flaw.unusable(partial, "the parameter with @Result is not its last one", "Move it to the end."));
        }
        return Optional.empty();
    }

    private boolean isResult(ExecutableElement partial, ExecutableElement target) {
        List<? extends VariableElement> all = partial.getParameters();
        return source.types().isSameType(all.get(all.size() - 1).asType(), target.getReturnType());
    }

    // --- all partial derivatives of a method together

    List<CustomRule> rules() {
        List<CustomRule> rules = new ArrayList<>();
        partials.forEach((target, all) -> rule(target, all).ifPresent(rules::add));
        return rules;
    }

    private Optional<CustomRule> rule(ExecutableElement target, List<ExecutableElement> all) {
        int before = flaws.size();
        List<TypeMirror> parameters =
                Candidates.of(type, target.getSimpleName().toString(), source).parameters(target);
        List<Optional<Partial>> found = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            found.add(partial(target, all, i, IrTypes.passive(parameters.get(i))));
        }
        if (flaws.size() > before) {
            return Optional.empty();
        }
        List<Element> mentioned = new ArrayList<>(all);
        String name = target.getSimpleName().toString();
        String owner = type.getQualifiedName().toString();
        Target primal =
                target.getModifiers().contains(Modifier.STATIC) ? Target.ofStatic(owner, name) : Target.instance(name);
        Callee callee = new Callee(
                owner,
                name,
                parameters.stream().map(IrTypes::passive).toList(),
                found.stream().map(Optional::isPresent).toList(),
                IrTypes.passive(target.getReturnType()),
                new Derivatives.Partials(primal, found),
                new Effects(new TreeSet<>(), new TreeSet<>(), Effects.FRESH));
        return Optional.of(new CustomRule(type, target, callee, mentioned));
    }

    /** The partial derivative with respect to one parameter; without one a parameter that could need one is constant. */
    private Optional<Partial> partial(ExecutableElement target, List<ExecutableElement> all, int index, Type type) {
        List<ExecutableElement> own = all.stream()
                .filter(partial -> RuleMethod.only(arguments(partial), RuleAnnotations.WRT) == index)
                .toList();
        List<ExecutableElement> constant = all.stream()
                .filter(partial -> RuleMethod.has(arguments(partial).get(index), Signatures.CONSTANT))
                .toList();
        String parameter = "parameter " + (index + 1);
        if (own.size() > 1) {
            flaws.add(Flaw.unusable(
                    own.get(1),
                    own.get(0).getSimpleName() + " has the same signature, and is with respect to " + parameter
                            + " too",
                    "Remove one of them."));
        } else if (!own.isEmpty() && !constant.isEmpty()) {
            flaws.add(Flaw.unusable(
                    constant.get(0),
                    parameter + " is @Constant here, but " + own.get(0).getSimpleName() + " is with respect to it",
                    "Drop @Constant, or remove the other one."));
        } else if (own.isEmpty() && type.differentiable() && constant.size() < all.size()) {
            ExecutableElement first =
                    all.stream().filter(p -> !constant.contains(p)).findFirst().orElseThrow();
            flaws.add(Flaw.unusable(
                    first,
                    type instanceof ArrayType
                            ? parameter + " of " + Candidates.describe(target)
                                    + " is an array, which has no partial derivative"
                            : "there is no partial derivative of " + Candidates.describe(target) + " with respect to "
                                    + parameter,
                    type instanceof ArrayType
                            ? "Declare it @Constant, or write a @Vjp and a @Jvp instead."
                            : "Add one, or declare that parameter @Constant in all of them."));
        }
        return own.stream().findFirst().map(PartialRules::partial);
    }

    private static Partial partial(ExecutableElement method) {
        return new Partial(
                RuleMethod.target(method),
                takesResult(method) ? Partial.Result.LAST_ARGUMENT : Partial.Result.UNUSED,
                RuleMethod.flag(method, RuleAnnotations.PARTIAL, "steep")
                        ? Partial.Steepness.MAY_BE_INFINITE
                        : Partial.Steepness.FINITE);
    }
}
