package dev.pullback.processor;

import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has which names in a companion class. */
final class GeneratedMembers {

    private final Map<Object, String> taken = new LinkedHashMap<>();

    /** @param companion the simple name of the class, which none of its nested classes can have */
    GeneratedMembers(String companion) {
        taken.put(new NestedType(companion), "the class around it");
    }

    /** What two methods would both need. */
    record Clash(String member, String other) {}

    private record Method(String name, List<String> parameters) {
        @Override
        public String toString() {
            return "method " + name;
        }
    }

    private record NestedType(String name) {
        @Override
        public String toString() {
            return "type " + name;
        }
    }

    /** The first member that a method needs and something else has. */
    Optional<Clash> clash(Signature signature) {
        return members(signature).stream()
                .filter(taken::containsKey)
                .findFirst()
                .map(member -> new Clash(member.toString(), taken.getOrDefault(member, "")));
    }

    void add(Signature signature) {
        members(signature).forEach(member -> taken.put(member, "what is generated for " + signature.name()));
    }

    private static List<Object> members(Signature signature) {
        List<Type> parameters =
                signature.given().stream().map(Signature.Parameter::type).toList();
        List<Type> active = signature.groups().stream()
                .filter(signature::isActive)
                .map(group -> group.type() instanceof RecordType record ? record.tangentType() : group.type())
                .toList();
        List<Type> twice = Stream.concat(parameters.stream(), active.stream()).toList();
        List<Object> members = new ArrayList<>();
        members.add(new NestedType(GeneratedNames.vjpType(signature)));
        members.add(new NestedType(GeneratedNames.jvpType(signature)));
        members.add(method(GeneratedNames.vjpMethod(signature), parameters));
        members.add(method(GeneratedNames.jvpMethod(signature), twice));
        if (signature.result() instanceof Scalar result && result.differentiable()) {
            members.add(new NestedType(GeneratedNames.valueAndGradType(signature)));
            members.add(method(GeneratedNames.gradMethod(signature), parameters));
            members.add(method(GeneratedNames.valueAndGradMethod(signature), parameters));
            if (active.stream().allMatch(Type::isArray)) {
                members.add(method(GeneratedNames.gradIntoMethod(signature), twice));
            }
        } else if (signature.result().differentiable()) {
            members.add(method(GeneratedNames.jacobianMethod(signature), parameters));
        }
        if (active.size() > 1) {
            members.add(new NestedType(GeneratedNames.gradientType(signature)));
        }
        String cotangents = GeneratedNames.cotangentsType(signature);
        if (!cotangents.isEmpty() && !cotangents.equals(GeneratedNames.gradientType(signature))) {
            members.add(new NestedType(cotangents));
        }
        return members;
    }

    private static Method method(String name, List<Type> parameters) {
        return new Method(
                name,
                parameters.stream()
                        .map(type -> type.java().replaceAll("<.*>", ""))
                        .toList());
    }
}
