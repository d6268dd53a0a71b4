package dev.pullback.processor;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.custom.Flaw;
import dev.pullback.processor.custom.RuleClass;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Attribution;
import dev.pullback.processor.javac.Declarations;
import dev.pullback.processor.javac.JavacEnvironment;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Lowering;
import dev.pullback.processor.lower.MethodSource;
import dev.pullback.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** From the annotated methods of a class to functions: declarations are checked, bodies lowered, and so are the helpers that they call. */
final class Front {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final JavacEnvironment environment;
    private final Attribution attribution;
    private final Batch batch;
    private final Dump dump;

    Front(JavacEnvironment environment, Attribution attribution, Batch batch, Dump dump) {
        this.environment = environment;
        this.attribution = attribution;
        this.batch = batch;
        this.dump = dump;
    }

    Unit lowered(TypeElement owner, List<ExecutableElement> methods) {
        if (Declarations.hasNoDeclaration(Signatures.topLevel(owner), environment.trees())) {
            Unit refused = unit(owner, environment.declarations(), methods);
            refused.candidates.forEach(one -> Declarations.refuseWithoutDeclaration(one.signature, one.problems));
            return refused;
        }
        Attributed source = attribution.of(Signatures.topLevel(owner));
        List<ExecutableElement> annotated =
                methods.stream().map(source::find).flatMap(Optional::stream).toList();
        Unit unit = unit(owner, source, annotated);
        for (Candidate candidate : List.copyOf(unit.candidates)) {
            lower(candidate, unit);
        }
        CalleeResolver callees = unit.callees;
        for (ExecutableElement helper = callees.nextHelper(); helper != null; helper = callees.nextHelper()) {
            Candidate candidate = new Candidate(helper, callees.signatureOf(helper), true);
            unit.candidates.add(candidate);
            Declarations.checkHelper(helper, candidate.signature, candidate.problems);
            lower(candidate, unit);
        }
        PlainCalls.replace(unit);
        return unit;
    }

    private Unit unit(TypeElement owner, Attributed source, List<ExecutableElement> annotated) {
        Signatures signatures = new Signatures(source.trees());
        List<Signature> all = annotated.stream().map(signatures::of).toList();
        Signature first = all.get(0);
        String companion = GeneratedNames.companion(first);
        GeneratedMembers members = new GeneratedMembers(GeneratedNames.companionName(first));
        CalleeResolver callees =
                new CalleeResolver(source, Signatures.ownerOf(annotated.get(0)), companion, members, batch.classes());
        Unit unit = new Unit(owner, source, callees, batch.companions());
        unit.namesake = namesake(companion, owner);
        for (int i = 0; i < annotated.size(); i++) {
            Candidate candidate = new Candidate(annotated.get(i), all.get(i), false);
            unit.candidates.add(candidate);
            Declarations.check(candidate.method, candidate.signature, candidate.problems);
            nameClashes(candidate, unit, members);
        }
        reportSpoilt(unit, Signatures.topLevel(owner));
        return unit;
    }

    /** A companion that was compiled before is replaced; only sources, of the user or of another processor, are in the way. */
    private @Nullable String namesake(String companion, TypeElement owner) {
        TypeElement type = environment.environment().getElementUtils().getTypeElement(companion);
        if (type != null && environment.trees().getPath(type) != null) {
            return isOfAnEarlierBuild(type)
                    ? "its source of an earlier build, which javac takes for yours. Delete that, or keep generated sources off the class path with -s or -sourcepath, or else"
                    : "a class of that name";
        }
        boolean free = batch.claim(companion, owner.getQualifiedName().toString());
        return free ? null : "a class of that name";
    }

    /** javac looks for sources on the class path too, and there may be what we once wrote beside the classes. */
    private static boolean isOfAnEarlierBuild(TypeElement type) {
        boolean ours = Annotations.find(type, GENERATED)
                .map(annotation -> Annotations.values(annotation, "value"))
                .orElse(List.of())
                .contains(DifferentiableProcessor.class.getName());
        return ours
                || ElementFilter.typesIn(type.getEnclosedElements()).stream()
                        .anyMatch(nested -> Annotations.has(nested, Signatures.GENERATED_DERIVATIVE));
    }

    private static void nameClashes(Candidate candidate, Unit unit, GeneratedMembers members) {
        Origin origin = candidate.signature.origin();
        if (unit.namesake != null) {
            candidate.problems.report(
                    Problem.NAME_CLASH,
                    origin,
                    "class " + GeneratedNames.companionName(candidate.signature),
                    unit.namesake);
            return;
        }
        members.clash(candidate.signature)
                .ifPresentOrElse(
                        clash -> candidate.problems.report(Problem.NAME_CLASH, origin, clash.member(), clash.other()),
                        () -> members.add(candidate.signature));
    }

    private void reportSpoilt(Unit unit, TypeElement topLevel) {
        for (TreePath declaration : attribution.spoilt(topLevel, unit.source)) {
            Candidate first = unit.candidates.get(0);
            Origin at = first.signature.origin();
            first.problems.report(
                    Problem.SPOILT_BY_GENERATED_TYPE, new Origin(at.file(), at.line(), at.text(), declaration));
        }
    }

    /** What is wrong in classes that were compiled before; of the others it is said where they are declared. */
    private void reportFlaws(RulesInScope callees, Candidate candidate) {
        for (RuleClass rules : callees.classes()) {
            if (!batch.isCompiled(rules.holder())) {
                for (Flaw flaw : rules.flaws()) {
                    candidate.problems.report(
                            flaw.problem(),
                            candidate.signature.origin(),
                            flaw.arguments().toArray());
                }
            }
        }
    }

    private void lower(Candidate candidate, Unit unit) {
        TreePath path = unit.source.trees().getPath(candidate.method);
        if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
            return;
        } else if (unit.isBroken(candidate)) {
            candidate.failed = true;
            return;
        }
        Guard.run(candidate, () -> {
            Attributed source = unit.source;
            RulesInScope callees = new RulesInScope(candidate.method, unit.callees, source, batch.rules());
            reportFlaws(callees, candidate);
            MethodSource method = new MethodSource(path, candidate.method, candidate.signature);
            candidate.reportsUnknown = () -> Lowering.reportsUnknown(method, source.trees(), candidate.problems);
            Function function =
                    Lowering.of(method, source.trees(), source.elements(), source.types(), callees, candidate.problems);
            candidate.function = function;
            if (candidate.isSound()) {
                dump.after("1-lowered", function);
            }
        });
    }
}
