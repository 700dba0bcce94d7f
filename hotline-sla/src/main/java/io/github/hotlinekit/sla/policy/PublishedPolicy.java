package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Rules of cities that were published, as examples to start from. Each document says where the rule stands, and
 * in its notes what of it is the source's and what is assumed. They lie in the jar beside this class.
 */
public enum PublishedPolicy {
    /** Consultation and help 3 working days, complaint, report and suggestion 5. */
    SHISHI_2016("石狮 2016", "Shishi 2016", "shishi-2016"),
    /** Emergencies 2 hours, utilities 24 hours, all else 7 days, or 15 with an extension. */
    BEIJING_DRAFT_2021("北京标准草案 2021", "Beijing, draft of 2021", "beijing-draft-2021"),
    /** Sign-for within 15 minutes, 30 minutes or 1 working day, return within 1; completion is assumed. */
    TIANJIN_2024("天津 2024", "Tianjin 2024", "tianjin-2024"),
    /** Emergencies on the same day, consultation and help 3 working days, all else 13; callback on the next day. */
    BUREAU_SAME_DAY_3_13("某局：当日、3、13个工作日", "a bureau: same day, 3 and 13 working days", "bureau-same-day-3-13"),
    /** Sign-for 1 working day, consultation 2, all else 5. */
    CITY_1_2_5("某市：1、2、5个工作日", "a city: 1, 2 and 5 working days", "city-1-2-5"),
    /** 5 working days, once extended by 10 at most; return within 2. */
    SHANDONG("山东", "Shandong", "shandong");

    private final Label label;
    private final String document;

    PublishedPolicy(String zh, String en, String document) {
        this.label = Label.of(zh, en);
        this.document = document;
    }

    /**
     * Its name in both languages.
     *
     * @return the label
     */
    public Label label() {
        return label;
    }

    /**
     * The policy; read anew each time, so keep it.
     *
     * @return the policy
     */
    public SlaPolicy policy() {
        String name = document + ".json";
        try (InputStream in = PublishedPolicy.class.getResourceAsStream(name)) {
            return SlaPolicy.read(name, Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
