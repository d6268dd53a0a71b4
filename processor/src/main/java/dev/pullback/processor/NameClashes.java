package dev.pullback.processor;

import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.util.Elements;

/** Refuses methods whose generated members would have the name of something else. */
final class NameClashes {

    private NameClashes() {}

    static void check(Unit unit, Elements elements) {
        Map<Object, Candidate> taken = new LinkedHashMap<>();
        for (Candidate candidate : unit.candidates) {
            Signature signature = candidate.signature;
            String companion = GeneratedNames.companion(signature);
            if (elements.getTypeElement(companion) != null) {
                report(candidate, "class " + GeneratedNames.companionName(signature), "a class of that name");
                continue;
            }
            for (Object member : members(signature)) {
                Candidate other = taken.putIfAbsent(member, candidate);
                if (other != null && other != candidate) {
                    report(candidate, member.toString(), "what is generated for " + other.signature.name());
                    break;
                }
            }
        }
    }

    private record GeneratedMethod(String name, List<Type> parameters) {
        @Override
        public String toString() {
            return "method " + name;
        }
    }

    private record GeneratedType(String name) {
        @Override
        public String toString() {
            return "type " + name;
        }
    }

    private static List<Object> members(Signature signature) {
        List<Type> parameters = new ArrayList<>();
        List<Type> withTangents = new ArrayList<>();
        signature.parameters().forEach(parameter -> parameters.add(parameter.type()));
        withTangents.addAll(parameters);
        signature.parameters().stream()
                .filter(Signature.Parameter::active)
                .forEach(parameter -> withTangents.add(parameter.type()));
        List<Object> members = new ArrayList<>();
        members.add(new GeneratedMethod(GeneratedNames.vjpMethod(signature), parameters));
        members.add(new GeneratedMethod(GeneratedNames.gradMethod(signature), parameters));
        members.add(new GeneratedMethod(GeneratedNames.valueAndGradMethod(signature), parameters));
        members.add(new GeneratedMethod(GeneratedNames.jvpMethod(signature), withTangents));
        members.add(new GeneratedMethod(GeneratedNames.gradIntoMethod(signature), withTangents));
        members.add(new GeneratedType(GeneratedNames.vjpType(signature)));
        members.add(new GeneratedType(GeneratedNames.jvpType(signature)));
        return members;
    }

    private static void report(Candidate candidate, String generated, String with) {
        candidate.problems.report(Problem.NAME_CLASH, candidate.signature.origin(), generated, with);
    }
}
