package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.Norm;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for a decision that breaks a norm. */
final class NormCheck {

    private final CaseSpace space;
    private final Questions questions;

    NormCheck(CaseSpace space, Questions questions) {
        this.space = space;
        this.questions = questions;
    }

    NormResult check(Norm norm) throws Meter.ExhaustedException {
        boolean forbidden = norm.mode() == Norm.Mode.NEVER;
        List<Box> found = new ArrayList<>(1);
        List<String> rule = new ArrayList<>(1);
        Set<String> except = Set.copyOf(norm.except());
        for (CaseSpace.Alternative alternative : space.alternatives(norm.when(), Effective.ALWAYS)) {
            boolean broken = questions.decided(
                    alternative.box(),
                    (part, outcome) -> matches(norm.then(), outcome, space.directory()) == forbidden && found.add(part),
                    except,
                    rule);
            if (broken) {
                return new NormResult(
                        norm, NormResult.Verdict.REFUTED, rule.stream().findFirst(), space.witness(found.get(0)));
            }
        }
        return new NormResult(norm, NormResult.Verdict.PROVED, Optional.empty(), Optional.empty());
    }

    static boolean matches(OutcomePattern pattern, Outcome outcome, Directory directory) {
        if (!pattern.outcomes().isEmpty() && !pattern.outcomes().contains(OutcomePattern.Sort.of(outcome))) {
            return false;
        }
        if (outcome instanceof Outcome.Dispatch dispatch) {
            List<DepartmentCode> all = new ArrayList<>(dispatch.assisting());
            all.add(dispatch.lead());
            Optional<Department> lead = directory.find(dispatch.lead());
            return (pattern.leads().isEmpty() || pattern.leads().contains(dispatch.lead()))
                    && (pattern.involves().isEmpty()
                            || pattern.involves().stream().anyMatch(all::contains))
                    && holds(
                            pattern.leadLevel(),
                            l -> lead.flatMap(Department::level)
                                    .filter(l::equals)
                                    .isPresent())
                    && holds(
                            pattern.leadType(),
                            t -> lead.map(Department::type).filter(t::equals).isPresent())
                    && holds(
                            pattern.leadFunction(),
                            f -> lead.filter(d -> d.functions().contains(f)).isPresent());
        }
        return pattern.leads().isEmpty()
                && pattern.involves().isEmpty()
                && pattern.leadLevel().isEmpty()
                && pattern.leadType().isEmpty()
                && pattern.leadFunction().isEmpty();
    }

    private static boolean holds(Optional<String> asked, Predicate<String> test) {
        return asked.isEmpty() || test.test(asked.get());
    }
}
