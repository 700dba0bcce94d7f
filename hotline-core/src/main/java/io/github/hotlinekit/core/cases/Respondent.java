package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.PersonName;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who is complained of (被诉对象): a company such as a bus company, one of its units, and the person,
 * such as a driver. It is not the department that handles the case; with these figures a department
 * supervises the units under it.
 *
 * @param type what it is
 * @param organisation the company or body, 1 to {@value #MAX_ORGANISATION} characters
 * @param unit the branch, line or shop of it
 * @param post the post of it
 * @param person the person
 * @param supervisedBy the department that supervises it
 */
@Value.Builder
public record Respondent(
        RespondentType type,
        Optional<String> organisation,
        Optional<String> unit,
        Optional<Post> post,
        Optional<PersonName> person,
        Optional<DepartmentCode> supervisedBy) {

    /** The most characters of the name of an organisation or unit. */
    public static final int MAX_ORGANISATION = 200;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if neither organisation nor person is given, or a name is empty,
     *     too long, has blanks at its ends or control characters
     */
    public Respondent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(supervisedBy, "supervisedBy");
        if (organisation.isEmpty() && person.isEmpty()) {
            throw new IllegalArgumentException("a respondent must have an organisation or a person, but had neither");
        }
        organisation.ifPresent(o -> Checks.plain(o, "organisation", MAX_ORGANISATION));
        unit.ifPresent(u -> Checks.plain(u, "unit", MAX_ORGANISATION));
    }

    /**
     * A builder; the type, and an organisation or a person, must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a respondent. */
    public static final class Builder extends RespondentBuilder {
        Builder() {}
    }
}
