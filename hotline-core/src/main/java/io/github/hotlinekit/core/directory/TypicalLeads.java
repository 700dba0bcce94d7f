package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.document.CodeText;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Whether a taxonomy's typical leads are departments. */
final class TypicalLeads {

    private TypicalLeads() {}

    static List<Inconsistency> faults(Taxonomy taxonomy, Units units) {
        List<String> known =
                units.departments().stream().map(d -> d.code().value()).toList();
        List<Inconsistency> faults = new ArrayList<>();
        List<Category> categories = taxonomy.categories();
        for (int i = 0; i < categories.size(); i++) {
            Category category = categories.get(i);
            String lead = category.typicalLead().orElse("");
            if (lead.isEmpty()) {
                continue;
            }
            if (!DepartmentCode.isValid(lead)) {
                faults.add(fault(i, "BAD_CODE", lead, DirectoryCsv.DEPARTMENT_FORM + CodeText.hint(lead)));
                continue;
            }
            @Nullable Department department = units.find(DepartmentCode.of(lead));
            if (department == null) {
                faults.add(fault(
                        i, "UNKNOWN_DEPARTMENT", lead, "a department of the directory" + Suggestion.hint(lead, known)));
            } else if (!department.effective().overlaps(category.effective())) {
                faults.add(fault(
                        i,
                        "DEPARTMENT_NOT_IN_FORCE",
                        lead,
                        "a department that exists while the category is in force " + category.effective()
                                + "; it exists " + department.effective()));
            }
        }
        return List.copyOf(faults);
    }

    private static Inconsistency fault(int index, String code, String value, String expected) {
        return new Inconsistency("categories", index, "typicalLead", OptionalInt.empty(), code, value, expected);
    }
}
