package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which cases a row of a policy is for: those that meet every condition. An empty set or list is no condition.
 *
 * @param kinds the kinds
 * @param categories the categories, each with all below it
 * @param priorities the priorities
 * @param areas the areas, each with all within it
 * @param channels the channels
 * @param departments the departments
 * @param receivedFrom the first day of receipt, inclusive: from when the row is in force
 * @param receivedBefore the day of receipt from which it is in force no more, exclusive
 */
@Value.Builder
public record RowCondition(
        Set<CaseKind> kinds,
        List<CategoryCode> categories,
        Set<Priority> priorities,
        List<AreaCode> areas,
        Set<Channel> channels,
        Set<DepartmentCode> departments,
        Optional<LocalDate> receivedFrom,
        Optional<LocalDate> receivedBefore) {

    private static final int MAX_YEAR = 9_999;

    /** Every case. */
    public static final RowCondition ALWAYS = new Builder().build();

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the row would be in force on no day, or a day is of no year from 0 to 9999
     */
    public RowCondition {
        kinds = Set.copyOf(Objects.requireNonNull(kinds, "kinds"));
        categories = List.copyOf(Objects.requireNonNull(categories, "categories"));
        priorities = Set.copyOf(Objects.requireNonNull(priorities, "priorities"));
        areas = List.copyOf(Objects.requireNonNull(areas, "areas"));
        channels = Set.copyOf(Objects.requireNonNull(channels, "channels"));
        departments = Set.copyOf(Objects.requireNonNull(departments, "departments"));
        Objects.requireNonNull(receivedFrom, "receivedFrom");
        Objects.requireNonNull(receivedBefore, "receivedBefore");
        receivedFrom.ifPresent(day -> requireYear("receivedFrom", day));
        receivedBefore.ifPresent(day -> requireYear("receivedBefore", day));
        if (receivedFrom.isPresent()
                && receivedBefore.isPresent()
                && !receivedFrom.get().isBefore(receivedBefore.get())) {
            throw new IllegalArgumentException("receivedBefore must be after receivedFrom " + receivedFrom.get()
                    + ", but was " + receivedBefore.get());
        }
    }

    private static void requireYear(String name, LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > MAX_YEAR) {
            throw new IllegalArgumentException(name + " must be of a year from 0 to " + MAX_YEAR + ", but was " + day);
        }
    }

    /**
     * A builder of a condition, which holds for every case until something is added.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether a case meets it. A case without category, area or department meets no condition on that.
     *
     * @param traits the case
     * @return whether it does
     */
    public boolean matches(CaseTraits traits) {
        return (kinds.isEmpty() || kinds.contains(traits.kind()))
                && (priorities.isEmpty() || priorities.contains(traits.priority()))
                && (channels.isEmpty() || channels.contains(traits.channel()))
                && (departments.isEmpty()
                        || (traits.department().isPresent()
                                && departments.contains(traits.department().get())))
                && (receivedFrom.isEmpty() || !traits.received().isBefore(receivedFrom.get()))
                && (receivedBefore.isEmpty() || traits.received().isBefore(receivedBefore.get()))
                && matchesCategory(traits)
                && matchesArea(traits);
    }

    private boolean matchesCategory(CaseTraits traits) {
        if (categories.isEmpty()) {
            return true;
        }
        if (traits.category().isPresent()) {
            for (CategoryCode ancestor : categories) {
                if (traits.category().get().isWithin(ancestor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matchesArea(CaseTraits traits) {
        if (areas.isEmpty()) {
            return true;
        }
        if (traits.area().isPresent()) {
            for (AreaCode container : areas) {
                if (traits.area().get().isWithin(container)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Builds a condition. */
    public static final class Builder extends RowConditionBuilder {
        Builder() {}
    }
}
