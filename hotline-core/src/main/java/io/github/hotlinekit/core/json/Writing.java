package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hotlinekit.core.cases.CaseNumber;

/** Where values of a case are written, and in what form the personal ones. */
record Writing(JsonGenerator json, PersonalForm form, CaseNumber number) {

    Writing to(JsonGenerator other) {
        return new Writing(other, form, number);
    }
}
