package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Regions, written as static methods of one class that return all yields in an array, compiled without a warning, and run. */
final class WrittenMethods {

    private final TypeSpec.Builder type =
            TypeSpec.classBuilder("Written").addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private String source = "";

    /** Adds a method; its parameters are called as the values. */
    WrittenMethods add(String name, List<Value> params, Region region) {
        return add(name, params, region, Set.of());
    }

    WrittenMethods add(String name, List<Value> params, Region region, Set<Value> assignable) {
        type.addMethod(method(name, params, region, assignable, Commentary.NONE));
        return this;
    }

    static MethodSpec method(
            String name, List<Value> params, Region region, Set<Value> assignable, Commentary commentary) {
        Verifier.verify(params, region);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(Object[].class)
                .addException(Throwable.class);
        Map<Value, String> bound = new IdentityHashMap<>();
        NameScope names = new NameScope();
        for (Value param : params) {
            String chosen = names.fresh(param.name().isEmpty() ? "given" : param.name());
            bound.put(param, chosen);
            method.addParameter(TypeNames.of(param.type()), chosen);
        }
        CodeBlock body =
                BodyWriter.write(region, bound, assignable, names, commentary, List.of(), WrittenMethods::returning);
        return method.addCode(body).build();
    }

    private static CodeBlock returning(List<CodeBlock> yields) {
        return CodeBlock.builder()
                .addStatement("return new Object[] {$L}", CodeBlock.join(yields, ",$W"))
                .build();
    }

    /** Compiles under {@code -Xlint:all -Werror}. */
    WrittenMethods compile() {
        source = JavaFile.builder("written", type.build()).build().toString();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        inMemory(compiler, classes),
                        null,
                        List.of("-Xlint:all", "-Xlint:-processing", "-Werror", "-proc:none"),
                        null,
                        List.of(new Source(source)))
                .call();
        if (!compiled) {
            throw new AssertionError(messages + "\n" + source);
        }
        load(classes);
        return this;
    }

    private void load(Map<String, ByteArrayOutputStream> classes) {
        ClassLoader loader = new ClassLoader(WrittenMethods.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
        try {
            Arrays.stream(loader.loadClass("written.Written").getDeclaredMethods())
                    .forEach(method -> methods.put(method.getName(), method));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    String source() {
        return source;
    }

    /** The body of the method as it was written, without indentation of its own. */
    static String body(String name, List<Value> params, Region region) {
        return method(name, params, region, Set.of(), Commentary.NONE).code().toString();
    }

    List<Object> run(String name, Object... arguments) throws Throwable {
        try {
            return new ArrayList<>(Arrays.asList((Object[]) methods.get(name).invoke(null, arguments)));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static JavaFileManager inMemory(JavaCompiler compiler, Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        classes.put(className, bytes);
                        return bytes;
                    }
                };
            }
        };
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("mem:///written/Written.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
