package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.stats.metric.FactRules;
import java.util.Optional;

/** What the SDK is told of a city: its taxonomy, departments, rules, policy and calendar. */
record City(
        Taxonomy taxonomy,
        Directory directory,
        RuleSet rules,
        Router router,
        SlaPolicy policy,
        WorkingCalendar calendar,
        SlaClock clock,
        FactRules factRules) {

    /**
     * A city of its documents.
     *
     * @param office the hours by which departments are measured, if it has any
     */
    static City of(
            Taxonomy taxonomy,
            Directory directory,
            RuleSet rules,
            SlaPolicy policy,
            WorkingCalendar calendar,
            Optional<OpeningHours> office) {
        return new City(
                taxonomy,
                directory,
                rules,
                Router.of(rules, taxonomy, directory),
                policy,
                calendar,
                SlaClock.of(policy, calendar),
                office.map(hours -> FactRules.STANDARD.withHours(WorkingHours.of(hours, calendar, policy.zone())))
                        .orElse(FactRules.STANDARD));
    }
}
