package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A record that takes part in differentiable code. A value of this type is the object alone and carries no derivative: what does are the
 * components, which are values of their own. Wherever the object goes, into a function or out of it, its {@link #leaves} follow it, in order.
 *
 * <pre>
 * record Quote(double spot, double[] curve, int n, Point nested) {}      quote
 * record Point(double x, double y) {}                                    quoteSpot, quoteCurve, quoteN, quoteNestedX, quoteNestedY
 * </pre>
 *
 * @param java the fully qualified name, nested classes by dots
 * @param tangent the fully qualified name of the generated record of its tangents and cotangents
 */
public record RecordType(String java, String tangent, List<Component> components) implements Type {

    /**
     * A component.
     *
     * @param constant whether it is annotated {@code @Constant}
     */
    public record Component(String name, Type type, boolean constant) {

        /** Whether the record of tangents has it too. */
        public boolean active() {
            boolean inside = type instanceof RecordType inner && inner.isActive();
            return !constant && (inside || type.differentiable());
        }
    }

    /**
     * What is in a record, or in a record in it, and is no such record itself.
     *
     * @param path the accessors that lead to it
     * @param constant whether it, or what it is in, is annotated {@code @Constant}
     */
    public record Leaf(List<String> path, Type type, boolean constant) {

        public Leaf {
            path = List.copyOf(path);
        }

        public boolean active() {
            return type.differentiable() && !constant;
        }
    }

    public RecordType {
        components = List.copyOf(components);
    }

    @Override
    public boolean differentiable() {
        return false;
    }

    /** Whether anything in it carries a derivative. */
    public boolean isActive() {
        return components.stream().anyMatch(Component::active);
    }

    /** The type of the generated record. */
    public ObjectType tangentType() {
        return new ObjectType(tangent);
    }

    public List<Component> activeComponents() {
        return components.stream().filter(Component::active).toList();
    }

    /** All of them, depth first. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (Component component : components) {
            if (component.type() instanceof RecordType inner) {
                for (Leaf leaf : inner.leaves()) {
                    List<String> path = Stream.concat(Stream.of(component.name()), leaf.path().stream())
                            .toList();
                    leaves.add(new Leaf(path, leaf.type(), leaf.constant() || component.constant()));
                }
            } else {
                leaves.add(new Leaf(List.of(component.name()), component.type(), component.constant()));
            }
        }
        return leaves;
    }

    /** The name of a leaf of the record that a variable of that name holds: {@code quoteNestedX}. */
    public static String leafName(String variable, List<String> path) {
        StringBuilder name = new StringBuilder(variable);
        for (String accessor : path) {
            name.append(name.isEmpty() ? accessor : GeneratedNames.capitalised(accessor));
        }
        return name.toString();
    }
}
