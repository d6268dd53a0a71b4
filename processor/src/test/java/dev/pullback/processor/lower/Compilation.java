package dev.pullback.processor.lower;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One source file, compiled, with its static methods lowered. */
final class Compilation {

    private final Path classes;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Problems> problems = new LinkedHashMap<>();

    private final Map<String, List<String>> refusals = new LinkedHashMap<>();

    private Compilation(Path classes) {
        this.classes = classes;
    }

    /** @param source a file with one top-level class of that fully qualified name */
    static Compilation of(String className, String source) {
        try {
            Compilation compilation = new Compilation(Files.createTempDirectory("lowering"));
            compilation.compile(className, source, true);
            return compilation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lowered methods by name and parameter types, {@code f(double[],int)}. */
    Map<String, Function> functions() {
        return functions;
    }

    Function function(String name) {
        return functions.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + "("))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    Problems problems(String name) {
        return problems.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + "("))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** What was refused in the method, {@code 3: x | A try statement}. */
    List<String> refusals(String name) {
        return refusals.get(name);
    }

    /** Compiles another class that sees the first one. */
    void add(String className, String source) {
        try {
            compile(className, source, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
    }

    private void compile(String className, String source, boolean lower) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager manager = javac.getStandardFileManager(diagnostics, null, null);
        List<String> options =
                List.of("-d", classes.toString(), "-cp", classes.toString(), "-proc:none", "-nowarn", "-g");
        JavacTask task =
                (JavacTask) javac.getTask(null, manager, diagnostics, options, null, List.of(file(className, source)));
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        if (lower && diagnostics.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR)) {
            units.forEach(unit -> lower(unit, task));
        }
        task.generate();
        diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(d -> {
                    throw new IllegalStateException(d + "\n" + source);
                });
    }

    private static JavaFileObject file(String className, String source) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private void lower(CompilationUnitTree unit, JavacTask task) {
        Trees trees = Trees.instance(task);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                Element element = trees.getElement(getCurrentPath());
                boolean inTopLevel =
                        getCurrentPath().getParentPath().getParentPath().getLeaf() == unit;
                if (inTopLevel && element.getModifiers().contains(Modifier.STATIC) && tree.getBody() != null) {
                    lower(getCurrentPath(), (ExecutableElement) element, trees, task);
                }
                return null;
            }
        }.scan(unit, null);
    }

    private void lower(TreePath path, ExecutableElement element, Trees trees, JavacTask task) {
        Problems found = new Problems();
        Signature signature = signature(element);
        Function function = Lowering.of(
                new MethodSource(path, element, signature),
                trees,
                task.getElements(),
                task.getTypes(),
                callee -> callee(callee, element),
                found);
        String key = signature.parameters().stream()
                .map(parameter -> parameter.type().java())
                .collect(Collectors.joining(",", signature.name() + "(", ")"));
        functions.put(key, function);
        List<String> tokens = new ArrayList<>();
        found.reports().forEach(report -> tokens.add(token(report, trees)));
        refusals.put(signature.name(), tokens);
        problems.put(key, found);
    }

    /** The line, the token and what is wrong with it; to be asked before javac rewrites its trees. */
    private static String token(Problems.Report report, Trees trees) {
        TreePath path = (TreePath) report.origin().handle();
        Tree tree = path.getLeaf();
        String token = tree instanceof VariableTree variable
                ? variable.getName().toString()
                : tree.toString().strip().replaceAll("\\s+", " ");
        CompilationUnitTree unit = path.getCompilationUnit();
        long position = trees.getSourcePositions().getStartPosition(unit, tree);
        return unit.getLineMap().getLineNumber(position) + ": " + token + " | "
                + report.arguments().get(0);
    }

    private static Signature signature(ExecutableElement element) {
        List<Signature.Parameter> parameters = new ArrayList<>();
        element.getParameters()
                .forEach(p -> parameters.add(
                        new Signature.Parameter(p.getSimpleName().toString(), IrTypes.of(p.asType()), false)));
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        return new Signature(
                ((PackageElement) owner.getEnclosingElement())
                        .getQualifiedName()
                        .toString(),
                List.of(owner.getSimpleName().toString()),
                element.getSimpleName().toString(),
                Signature.Visibility.PACKAGE,
                parameters,
                IrTypes.of(element.getReturnType()),
                element.getThrownTypes().stream().map(Object::toString).toList(),
                element.isVarArgs(),
                1,
                false,
                Origin.NONE);
    }

    /** Static methods of the class itself are differentiable if they take or return a number with a derivative, or are private. */
    private static Callee callee(ExecutableElement callee, ExecutableElement caller) {
        List<Type> parameters =
                callee.getParameters().stream().map(p -> IrTypes.of(p.asType())).toList();
        Type result = IrTypes.of(callee.getReturnType());
        boolean differentiable = result.differentiable() || parameters.stream().anyMatch(Type::differentiable);
        if (!callee.getEnclosingElement().equals(caller.getEnclosingElement())
                || !(differentiable || callee.getModifiers().contains(Modifier.PRIVATE))) {
            return null;
        }
        return new Callee(
                ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString(),
                "",
                callee.getSimpleName().toString(),
                parameters,
                parameters.stream().map(Type::differentiable).toList(),
                result,
                "",
                "",
                "",
                callee.getParameters().stream()
                        .map(p -> p.getSimpleName().toString())
                        .toList(),
                new Effects(new TreeSet<>(), new TreeSet<>(), Effects.UNKNOWN));
    }
}
