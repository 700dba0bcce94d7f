package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The definition of matching: the first rule, in order, all of whose cells hold. Explanations run on
 * it, so that no index can hide a rule from them.
 */
final class ReferenceMatcher {

    private ReferenceMatcher() {}

    /** The position of the first rule that matches. */
    static OptionalInt first(List<Rule> rules, RoutingFacts facts) {
        for (int rank = 0; rank < rules.size(); rank++) {
            if (evidence(rules.get(rank).when(), facts).stream().allMatch(Evidence::holds)) {
                return OptionalInt.of(rank);
            }
        }
        return OptionalInt.empty();
    }

    /** How each cell stands, in the order of {@link Evidence.Cell}. */
    static List<Evidence> evidence(Condition when, RoutingFacts facts) {
        return List.of(
                evidence(
                        Evidence.Cell.CATEGORY,
                        when.categories(),
                        facts.category(),
                        CategoryCode::isWithin,
                        CategoryCode::value),
                evidence(Evidence.Cell.AREA, when.areas(), facts.area(), AreaCode::isWithin, AreaCode::value),
                evidence(Evidence.Cell.KIND, when.kinds(), Optional.of(facts.kind()), CaseKind::equals, CaseKind::code),
                evidence(
                        Evidence.Cell.CHANNEL,
                        when.channels(),
                        Optional.of(facts.channel()),
                        Channel::equals,
                        Channel::code));
    }

    private static <T> Evidence evidence(
            Evidence.Cell cell, List<T> wanted, Optional<T> fact, BiPredicate<T, T> matches, Function<T, String> text) {
        Optional<String> matched = fact.flatMap(
                f -> wanted.stream().filter(w -> matches.test(f, w)).findFirst().map(text));
        return new Evidence(cell, wanted.stream().map(text).toList(), fact.map(text), matched);
    }
}
