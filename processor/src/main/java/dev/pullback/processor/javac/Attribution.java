package dev.pullback.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes javac attribute method bodies before it would by itself, with the public tree API only: asking for the element of a tree inside of
 * an unattributed body, one that has no element of its own, attributes the class around it. From then on the types of all expressions
 * are known, even where classes that are still to be generated do not exist yet.
 *
 * <p>What javac then infers stays in its trees. Where that would do harm ({@link Traces}) a second compiler attributes the class instead.
 */
public final class Attribution {

    private final Attributed first;
    private final Map<TypeElement, Attributed> sources = new LinkedHashMap<>();
    private final Map<TypeElement, Unresolved> unresolved = new LinkedHashMap<>();
    private final Map<TypeElement, List<TreePath>> spoilt = new LinkedHashMap<>();

    private Attribution(JavacEnvironment environment) {
        this.first = environment.declarations();
    }

    /**
     * Attributes classes.
     *
     * @param topLevels the classes
     * @param roots all classes that are being compiled
     * @param companions simple names of the classes that are about to be generated
     * @param last whether no other processor will generate anything any more
     */
    public static Attribution of(
            Collection<TypeElement> topLevels,
            Collection<? extends Element> roots,
            JavacEnvironment environment,
            Set<String> companions,
            boolean last) {
        Attribution attribution = new Attribution(environment);
        List<TypeElement> delicate = topLevels.stream()
                .filter(type -> Traces.wouldStay(type, environment.trees()))
                .toList();
        // what javac finds unknown in the last round it complains of, companions that are only written now too
        Collection<TypeElement> untouched = last ? topLevels : delicate;
        Optional<Attributed> second =
                untouched.isEmpty() ? Optional.empty() : SecondCompiler.of(untouched, roots, environment);
        for (TypeElement type : topLevels) {
            if (!delicate.contains(type)) {
                Attributed by = last ? second.orElse(attribution.first) : attribution.first;
                attribution.attribute(type, attribution.in(by, type), by, companions);
            } else if (second.isEmpty() || !attribution.attributeBy(second.get(), type, companions, last)) {
                attribution.attribute(type, type, attribution.first, companions);
                attribution.spoilt.put(type, attribution.spoilt(type));
            }
        }
        return attribution;
    }

    /** Who knows the bodies of a class. */
    public Attributed of(TypeElement topLevel) {
        return sources.getOrDefault(topLevel, first);
    }

    /** What is unresolved in the file of a class. */
    public Unresolved unresolved(TypeElement topLevel) {
        return unresolved.getOrDefault(topLevel, new Unresolved(false, false, false));
    }

    /** Declarations without a type in the source that javac has come to believe wrong things of, beyond repair. */
    public List<TreePath> spoilt(TypeElement topLevel, Attributed by) {
        boolean reported = unresolved(topLevel).broken() || by != first;
        return reported ? List.of() : spoilt.getOrDefault(topLevel, List.of());
    }

    /** @return whether the second compiler knows all that the first one could know */
    private boolean attributeBy(Attributed second, TypeElement type, Set<String> companions, boolean last) {
        TypeElement there = second.elements().getTypeElement(type.getQualifiedName());
        if (there == null || second.trees().getPath(there) == null) {
            return false;
        }
        attribute(type, there, second, companions);
        Unresolved found = unresolved(type);
        // types of other processors are worth waiting for, or else are something that only the first one sees; members
        // that are not
        // found may follow from what is still to be generated
        return !found.broken() || (found.missing() ? !last : found.generated());
    }

    private TypeElement in(Attributed compiler, TypeElement type) {
        TypeElement there = compiler.elements().getTypeElement(type.getQualifiedName());
        return there == null ? type : there;
    }

    private void attribute(TypeElement type, TypeElement there, Attributed by, Set<String> companions) {
        TreePath path = by.trees().getPath(there);
        if (path == null) {
            return;
        }
        force(path, by.trees());
        sources.put(type, by);
        unresolved.put(type, Unresolved.inFile(path, by, companions));
    }

    private List<TreePath> spoilt(TypeElement type) {
        TreePath path = first.trees().getPath(type);
        return path == null ? List.of() : Inferred.fromUnknown(path, first.trees());
    }

    private static void force(TreePath type, Trees trees) {
        List<TreePath> bodies = new ArrayList<>();
        collectBodies(type, bodies);
        bodies.forEach(trees::getElement);
    }

    /** One body for each class, members of members included. */
    private static void collectBodies(TreePath type, List<TreePath> bodies) {
        @Nullable TreePath own = null;
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            TreePath path = new TreePath(type, member);
            if (member instanceof ClassTree) {
                collectBodies(path, bodies);
            } else if (own == null && member instanceof MethodTree method && method.getBody() != null) {
                own = new TreePath(path, method.getBody());
                bodies.add(own);
            }
        }
    }
}
