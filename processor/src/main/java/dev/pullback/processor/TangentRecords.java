package dev.pullback.processor;

import com.palantir.javapoet.JavaFile;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.emit.TangentRecord;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.JavacEnvironment;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Records;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks the records that are annotated, and writes the records of their tangents. */
final class TangentRecords {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Attributed source;
    private final Elements elements;
    private final Reporter reporter;
    private final Reporter.Strictness strictness;
    private final Map<String, String> generated;
    private final BiConsumer<JavaFile, TypeElement> writer;

    /**
     * The records of a round.
     *
     * @param generated all generated classes so far, and for which class they are; those of this one are added
     * @param writer writes a file for the sake of a class
     */
    TangentRecords(
            JavacEnvironment javac,
            Reporter reporter,
            Reporter.Strictness strictness,
            Map<String, String> generated,
            BiConsumer<JavaFile, TypeElement> writer) {
        this.source = javac.declarations();
        this.elements = javac.environment().getElementUtils();
        this.reporter = reporter;
        this.strictness = strictness;
        this.generated = generated;
        this.writer = writer;
    }

    /**
     * Checks the records, and writes what can be written.
     *
     * @param last whether nobody will generate anything any more
     * @param waiting takes the names of those that have to wait for a later round
     */
    void run(Iterable<TypeElement> records, boolean last, Set<String> waiting) {
        for (TypeElement record : records) {
            if (!Records.isIncomplete(record)) {
                run(record);
            } else if (!last) {
                waiting.add(record.getQualifiedName().toString());
            }
        }
    }

    private void run(TypeElement record) {
        String tangent = Records.tangent(record);
        String name = record.getQualifiedName().toString();
        if (name.equals(generated.get(tangent))) {
            return;
        }
        Optional<Records.Flaw> flaw = Records.flaw(record, source.trees(), elements);
        flaw.ifPresent(found -> report(record, at(found.at()), Problem.UNSUPPORTED, found.what(), found.advice()));
        boolean leftOut = flaw.isPresent() && strictness == Reporter.Strictness.WARNINGS;
        if (leftOut || !Records.isWellFormed(record)) {
            // whoever finds the record of tangents of a compiled record takes that for sound
            return;
        }
        TypeElement other = elements.getTypeElement(tangent);
        boolean taken = other != null && source.trees().getPath(other) != null;
        if (taken || generated.putIfAbsent(tangent, name) != null) {
            report(record, at(record), Problem.NAME_CLASH, "class " + tangent, "a class of that name");
            return;
        }
        List<Modifier> visibility = isPublic(record) ? List.of(Modifier.PUBLIC) : List.of();
        String home = Signatures.packageOf(record).getQualifiedName().toString();
        JavaFile file = TangentRecord.of(
                Records.recordType(record), Signatures.topLevel(record), home, visibility, seesGenerated(record));
        writer.accept(file, record);
    }

    private static boolean isPublic(TypeElement record) {
        for (Element at = record; at instanceof TypeElement; at = at.getEnclosingElement()) {
            boolean inInterface = at.getEnclosingElement() != null
                    && at.getEnclosingElement().getKind().isInterface();
            if (!inInterface && !at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private boolean seesGenerated(TypeElement record) {
        ModuleElement module = elements.getModuleOf(record);
        return module == null || module.isUnnamed()
                ? elements.getTypeElement(GENERATED) != null
                : elements.getTypeElement(module, GENERATED) != null;
    }

    // --- messages

    private void report(TypeElement record, Object at, Problem problem, Object... arguments) {
        if (at instanceof TreePath path) {
            Problems problems = new Problems();
            problems.report(problem, new Origin("", 0, "", path), arguments);
            reporter.print(record, source, problems);
        } else {
            reporter.print((Element) at, new Problems.Report(problem, Origin.NONE, List.of(arguments)));
        }
    }

    /** Of a component its declaration in the header, which javac has no path to. */
    private Object at(Object place) {
        if (!(place instanceof RecordComponentElement component) || component.getEnclosingElement() == null) {
            return place;
        }
        TreePath record = source.trees().getPath(component.getEnclosingElement());
        if (record != null && record.getLeaf() instanceof ClassTree tree) {
            for (Tree member : tree.getMembers()) {
                if (member instanceof VariableTree variable
                        && variable.getName().equals(component.getSimpleName())) {
                    return new TreePath(record, variable);
                }
            }
        }
        return component.getEnclosingElement();
    }
}
