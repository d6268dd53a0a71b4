package dev.pullback.processor.javac;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Shows the classes that one compiler sees, sources and class files, to another as its class path. Classes of the platform it finds by
 * itself.
 */
final class VisibleClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private static final Pattern TYPE_NAME = Pattern.compile("\\b\\p{Lu}\\w*");

    private final JavacEnvironment first;
    private final Elements elements;
    private final Map<String, Map<String, Visible>> packages = new LinkedHashMap<>();
    private final Map<String, List<TypeElement>> roots;
    private final Set<String> mentioned = new TreeSet<>();

    VisibleClasses(StandardJavaFileManager platform, JavacEnvironment first, Collection<? extends Element> roots) {
        super(platform);
        this.first = first;
        this.elements = first.environment().getElementUtils();
        this.roots = ElementFilter.typesIn(new LinkedHashSet<>(roots)).stream()
                .collect(Collectors.groupingBy(
                        type -> Signatures.packageOf(type).getQualifiedName().toString()));
    }

    /** The files of some classes. */
    List<JavaFileObject> sourcesOf(Collection<TypeElement> topLevels) throws IOException {
        for (List<TypeElement> types : roots.values()) {
            for (TypeElement type : types) {
                TYPE_NAME
                        .matcher(source(type).getCharContent(true))
                        .results()
                        .map(MatchResult::group)
                        .forEach(mentioned::add);
            }
        }
        Map<URI, JavaFileObject> sources = new LinkedHashMap<>();
        for (TypeElement type : topLevels) {
            String name = Signatures.packageOf(type).getQualifiedName().toString();
            String binaryName = elements.getBinaryName(type).toString();
            Visible visible = visible(name).computeIfAbsent(binaryName, unused -> new Source(binaryName, source(type)));
            sources.putIfAbsent(source(type).toUri(), visible);
        }
        return List.copyOf(sources.values());
    }

    private JavaFileObject source(TypeElement type) {
        return first.trees().getPath(type).getCompilationUnit().getSourceFile();
    }

    private boolean isSource(TypeElement type) {
        return first.trees().getPath(type) != null;
    }

    // --- what there is

    private Map<String, Visible> visible(String packageName) {
        Map<String, Visible> known = packages.get(packageName);
        if (known == null) {
            known = new LinkedHashMap<>();
            packages.put(packageName, known);
            for (TypeElement type : types(packageName)) {
                add(type, known);
            }
        }
        return known;
    }

    private void add(TypeElement type, Map<String, Visible> to) {
        String binaryName = elements.getBinaryName(type).toString();
        if (isSource(type)) {
            to.put(binaryName, new Source(binaryName, source(type)));
            return;
        }
        to.put(binaryName, new Compiled(binaryName, type));
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> add(nested, to));
    }

    /**
     * The classes of a package. Where sources are compiled, only those that are mentioned: to list a package is to load all of it, and
     * javac would compile what it finds there.
     */
    private Set<TypeElement> types(String packageName) {
        Set<TypeElement> types = new LinkedHashSet<>(roots.getOrDefault(packageName, List.of()));
        List<? extends PackageElement> found = elements.getAllPackageElements(packageName).stream()
                .filter(element -> !isOfPlatform(element))
                .toList();
        if (found.isEmpty()) {
            return types;
        }
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        Set<TypeElement> named = new LinkedHashSet<>();
        for (String name : mentioned) {
            TypeElement type = elements.getTypeElement(prefix + name);
            if (type != null) {
                named.add(type);
            }
        }
        boolean library = types.isEmpty() && named.stream().noneMatch(this::isSource);
        types.addAll(named);
        if (library) {
            found.forEach(element -> types.addAll(ElementFilter.typesIn(element.getEnclosedElements())));
        }
        return types;
    }

    private boolean isOfPlatform(Element element) {
        ModuleElement module = elements.getModuleOf(element);
        return module != null
                && !module.isUnnamed()
                && ModuleFinder.ofSystem()
                        .find(module.getQualifiedName().toString())
                        .isPresent();
    }

    // --- as a file manager

    @Override
    public boolean hasLocation(JavaFileManager.Location location) {
        return location == StandardLocation.CLASS_PATH
                || (location != StandardLocation.SOURCE_PATH && super.hasLocation(location));
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> files = new ArrayList<>();
        for (Visible visible : visible(packageName).values()) {
            if (kinds.contains(visible.getKind())) {
                files.add(visible);
            }
        }
        return files;
    }

    @Override
    public @Nullable String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
        return file instanceof Visible visible ? visible.binaryName : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one instanceof Visible || other instanceof Visible ? one == other : super.isSameFile(one, other);
    }

    @Override
    public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
        return file instanceof Visible ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    /** A class as a file. */
    private abstract static class Visible extends SimpleJavaFileObject {

        final String binaryName;

        Visible(String binaryName, Kind kind) {
            super(URI.create("string:///" + binaryName.replace('.', '/').replace("$", "%24") + kind.extension), kind);
            this.binaryName = binaryName;
        }
    }

    private static final class Source extends Visible {

        private final JavaFileObject file;

        Source(String binaryName, JavaFileObject file) {
            super(binaryName, Kind.SOURCE);
            this.file = file;
        }

        @Override
        public String getName() {
            return file.getName();
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return file.isNameCompatible(simpleName, kind);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return file.getCharContent(ignoreEncodingErrors);
        }
    }

    private final class Compiled extends Visible {

        private final TypeElement type;

        Compiled(String binaryName, TypeElement type) {
            super(binaryName, Kind.CLASS);
            this.type = type;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            PackageElement home = Signatures.packageOf(type);
            String packageName = home.getQualifiedName().toString();
            String file = binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
            ModuleElement module = elements.getModuleOf(home);
            String inModule =
                    module == null || module.isUnnamed() ? packageName : module.getQualifiedName() + "/" + packageName;
            for (StandardLocation location :
                    List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH, StandardLocation.CLASS_OUTPUT)) {
                try (InputStream in = first.environment()
                        .getFiler()
                        .getResource(location, inModule, file)
                        .openInputStream()) {
                    return new ByteArrayInputStream(in.readAllBytes());
                } catch (IOException | IllegalArgumentException e) {
                    // not there
                }
            }
            throw new FileNotFoundException(binaryName);
        }
    }
}
