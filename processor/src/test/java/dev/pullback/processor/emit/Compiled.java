package dev.pullback.processor.emit;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** A generated class, compiled without a warning and loaded. */
final class Compiled {

    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final String name;
    private final ClassLoader loader = new ClassLoader(Compiled.class.getClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    };

    private Compiled(String name) {
        this.name = name;
    }

    /** @throws AssertionError with the messages and the text, if there is an error, a warning or a line that is too long */
    static Compiled of(JavaFile file, JavaFileObject... others) {
        String text = file.toString();
        text.lines().filter(line -> line.length() > 120).findFirst().ifPresent(line -> {
            throw new AssertionError("too long: " + line);
        });
        List<JavaFileObject> sources = new ArrayList<>(List.of(others));
        sources.add(file.toJavaFileObject());
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all", "-Werror", "-Xdoclint:reference,syntax,html", "-parameters", "-proc:none")
                .compile(sources);
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics() + "\n" + text);
        }
        String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
        Compiled compiled = new Compiled(prefix + file.typeSpec().name());
        for (JavaFileObject object : compilation.generatedFiles()) {
            compiled.add(object);
        }
        return compiled;
    }

    private void add(JavaFileObject object) {
        String path = object.getName();
        try (InputStream in = object.openInputStream()) {
            String withoutRoot = path.substring(path.indexOf("CLASS_OUTPUT/") + "CLASS_OUTPUT/".length());
            classes.put(withoutRoot.replace(".class", "").replace('/', '.'), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type() {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a static method by its name and number of arguments. */
    Object call(String method, Object... arguments) {
        return invoke(type(), null, method, arguments);
    }

    /** Calls a method of a pullback or an accessor of a record. */
    static Object on(Object target, String method, Object... arguments) {
        return invoke(target.getClass(), target, method, arguments);
    }

    private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && !m.isBridge() && m.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + name + " in " + Arrays.toString(type.getDeclaredMethods())));
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
