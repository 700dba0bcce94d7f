package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Duration;
import java.util.Objects;

/**
 * One thing that speaks for two cases being on one matter. It says what agrees and never what it says:
 * neither personal data nor text is in it. It is the same whichever of the two is looked at.
 */
public sealed interface DuplicateEvidence {

    /** The kinds of evidence, in the order in which they are listed. */
    enum Kind implements Coded {
        /** The same person raised both. */
        REQUESTER("诉求人", "requester"),
        /** Both are of one area. */
        AREA("区域", "area"),
        /** Both are of one category. */
        CATEGORY("事项", "category"),
        /** Both came in within the window; there is no candidate without it. */
        TIME("时间", "time"),
        /** Both say much the same. */
        TEXT("文字", "text");

        private final Label label;

        Kind(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /**
     * Its kind.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * What it says, for the person who decides.
     *
     * @return a sentence without its full stop, in both languages
     */
    Label sentence();

    /**
     * The same person raised both cases.
     *
     * @param by what is equal in both: {@link PersonalField#ID_NUMBER}, or else {@link PersonalField#PHONE}
     */
    record SameRequester(PersonalField by) implements DuplicateEvidence {
        /**
         * Checks the part.
         *
         * @throws IllegalArgumentException if it is another field
         */
        public SameRequester {
            Objects.requireNonNull(by, "by");
            if (by != PersonalField.ID_NUMBER && by != PersonalField.PHONE) {
                throw new IllegalArgumentException("by must be ID_NUMBER or PHONE, but was " + by);
            }
        }

        @Override
        public Kind kind() {
            return Kind.REQUESTER;
        }

        @Override
        public Label sentence() {
            return Label.of(
                    "诉求人的" + by.label().zh() + "相同",
                    "the requesters have the same " + by.label().en());
        }
    }

    /**
     * Both cases are of one area.
     *
     * @param common the area, as deep as the rule looks
     */
    record SameArea(AreaCode common) implements DuplicateEvidence {
        /** Checks the part. */
        public SameArea {
            Objects.requireNonNull(common, "common");
        }

        @Override
        public Kind kind() {
            return Kind.AREA;
        }

        @Override
        public Label sentence() {
            return Label.of("同在区域" + common, "both are of area " + common);
        }
    }

    /**
     * Both cases are of one category.
     *
     * @param common the category, as deep as the rule looks
     */
    record SameCategory(CategoryCode common) implements DuplicateEvidence {
        /** Checks the part. */
        public SameCategory {
            Objects.requireNonNull(common, "common");
        }

        @Override
        public Kind kind() {
            return Kind.CATEGORY;
        }

        @Override
        public Label sentence() {
            return Label.of("同属事项" + common, "both are of category " + common);
        }
    }

    /**
     * Both cases came in within the rule's window.
     *
     * @param apart how far apart they were received; not negative
     */
    record Within(Duration apart) implements DuplicateEvidence {
        /**
         * Checks the part.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Within {
            Objects.requireNonNull(apart, "apart");
            if (apart.isNegative()) {
                throw new IllegalArgumentException("apart must not be negative, but was " + apart);
            }
        }

        @Override
        public Kind kind() {
            return Kind.TIME;
        }

        @Override
        public Label sentence() {
            if (apart.toMinutes() == 0) {
                return Label.of("受理时间相距不到1分钟", "received less than a minute apart");
            }
            return Label.of(
                    "受理时间相距" + span("天", "小时", "分钟", ""), "received " + span(" d", " h", " min", " ") + " apart");
        }

        private String span(String days, String hours, String minutes, String between) {
            StringBuilder text = new StringBuilder();
            append(text, apart.toDays(), days, between);
            append(text, apart.toHoursPart(), hours, between);
            append(text, apart.toMinutesPart(), minutes, between);
            return text.toString();
        }

        private static void append(StringBuilder text, long number, String unit, String between) {
            if (number > 0) {
                text.append(text.isEmpty() ? "" : between).append(number).append(unit);
            }
        }
    }

    /**
     * Both cases say much the same.
     *
     * @param perMille how much of what either says both say: shared pieces of three characters to all of
     *     either (Jaccard), rounded down, 0 to 1000
     * @param shared how many different pieces of three characters both have; at least 1
     */
    record SimilarText(int perMille, int shared) implements DuplicateEvidence {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the similarity is not 0 to 1000, or nothing is shared
         */
        public SimilarText {
            DuplicateRule.requirePerMille(perMille, "perMille");
            if (shared < 1) {
                throw new IllegalArgumentException("shared must be at least 1, but was " + shared);
            }
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public Label sentence() {
            String percent = perMille / 10 + "." + perMille % 10;
            return Label.of(
                    "文字相似度" + percent + "%（相同的三字片段" + shared + "个）",
                    "the texts are alike to " + percent + " % (shared pieces of three characters: " + shared + ")");
        }
    }
}
