package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule as a programmer would write it into code: a test of four facts and an answer made beforehand. */
final class PeerRow {

    private final List<String> categories;
    private final List<String> belowCategories;
    private final List<String> areas;
    private final Set<CaseKind> kinds;
    private final Set<Channel> channels;
    final PeerAnswer answer;

    private PeerRow(Rule rule) {
        Condition when = rule.when();
        categories = when.categories().stream().map(CategoryCode::value).toList();
        belowCategories = categories.stream().map(c -> c + ".").toList();
        areas = when.areas().stream().map(AreaCode::value).toList();
        kinds = Set.copyOf(when.kinds());
        channels = Set.copyOf(when.channels());
        answer = PeerAnswer.of(rule);
    }

    static PeerRow of(Rule rule) {
        return new PeerRow(rule);
    }

    boolean matches(RoutingFacts facts) {
        return isIn(facts.category().map(CategoryCode::value))
                && isWithin(facts.area().map(AreaCode::value))
                && isOneOf(kinds, facts.kind())
                && isOneOf(channels, facts.channel());
    }

    private boolean isIn(Optional<String> category) {
        if (categories.isEmpty()) {
            return true;
        }
        if (category.isEmpty()) {
            return false;
        }
        for (int i = 0; i < categories.size(); i++) {
            if (category.get().equals(categories.get(i)) || category.get().startsWith(belowCategories.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(Optional<String> area) {
        if (areas.isEmpty()) {
            return true;
        }
        if (area.isEmpty()) {
            return false;
        }
        for (String around : areas) {
            if (area.get().startsWith(around)) {
                return true;
            }
        }
        return false;
    }

    private static <T> boolean isOneOf(Set<T> asked, Optional<T> fact) {
        return asked.isEmpty() || (fact.isPresent() && asked.contains(fact.get()));
    }
}
