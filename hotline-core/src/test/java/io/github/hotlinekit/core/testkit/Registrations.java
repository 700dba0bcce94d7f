package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.cases.Attachment;
import io.github.hotlinekit.core.cases.CaseId;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Location;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Relation;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.RespondentType;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Registrations drawn at random, bare and rich, of cases born here and imported; the same for the same seed. */
public final class Registrations {

    private static final List<PersonName> NAMES = List.of(
            PersonName.of("张三"),
            PersonName.of("欧阳小兰"),
            PersonName.of("买买提·吐尔逊"),
            PersonName.of("Maria de la Cruz"),
            PersonName.of("𠮷田"),
            PersonName.of("O'Brien"));

    private static final List<FreeText> TEXTS = List.of(
            FreeText.of("小区路灯不亮，已有两周"),
            FreeText.of("请拨 13805951234 联系我"),
            FreeText.of("Broken manhole cover in front of no. 12"),
            FreeText.of("噪声扰民\n每晚十点以后"),
            FreeText.of("引号 \" 和 \\ 反斜杠 / 斜杠"),
            FreeText.of("垃圾清运不及时 🗑 第三次反映"),
            FreeText.of("业主张先生住 3 号楼 502 室"),
            FreeText.of("x"),
            FreeText.of("<b>不是</b> &amp; 标记"),
            FreeText.of("已核实，情况属实"),
            FreeText.of("Ölspur auf der Straße"),
            FreeText.of("物业费收取标准不明"));

    private static final List<Tag> TAGS = List.of(
            Tag.of("民生"), Tag.of("repeat"), Tag.of("主动治理"), Tag.of("media"), Tag.of("12345-110"), Tag.of("学校周边"));

    private Registrations() {}

    /**
     * A registration.
     *
     * @param random where chance comes from
     * @param number the number it has
     * @param received about when it is received
     * @return the registration
     */
    public static Registration any(Random random, CaseNumber number, Instant received) {
        boolean rich = random.nextInt(4) > 0;
        return new Registration(
                maybe(random, () -> CaseId.of("id-" + number.value())),
                number,
                one(random, CaseKind.values()),
                one(random, Channel.values()),
                requester(random),
                maybe(random, () -> text(random)),
                rich ? Optional.of(text(random)) : Optional.empty(),
                maybe(random, () -> AreaCode.of("35058100" + random.nextInt(10))),
                rich ? maybe(random, () -> location(random)) : Optional.empty(),
                rich ? maybe(random, () -> respondent(random)) : Optional.empty(),
                maybe(random, () -> one(random, Priority.values())),
                rich ? tags(random) : Set.of(),
                rich && random.nextBoolean()
                        ? List.of(new RelatedCase(other(random), one(random, Relation.values())))
                        : List.of(),
                rich ? attachments(random) : List.of(),
                maybe(random, () -> received.plus(1 + random.nextInt(20), ChronoUnit.DAYS)),
                random.nextInt(8) == 0 ? Optional.of(source(random)) : Optional.empty(),
                rich && random.nextInt(3) == 0 ? extensions(random) : Map.of());
    }

    /**
     * A requester: anonymous, confidential or open, with or without a number.
     *
     * @param random where chance comes from
     * @return the requester
     */
    public static Requester requester(Random random) {
        Requester.Disclosure disclosure = one(random, Requester.Disclosure.values());
        boolean anonymous = disclosure == Requester.Disclosure.ANONYMOUS;
        return new Requester(
                one(random, RequesterType.values()),
                disclosure,
                anonymous ? Optional.empty() : maybe(random, () -> NAMES.get(random.nextInt(NAMES.size()))),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(phone(random)),
                anonymous
                        ? Optional.empty()
                        : maybe(random, () -> IdNumber.of("35058119900101" + (1000 + random.nextInt(9000)))));
    }

    private static PhoneNumber phone(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> PhoneNumber.of("0595-8" + (1_000_000 + random.nextInt(9_000_000)));
            case 1 -> PhoneNumber.of("+86 138 " + (10_000_000 + random.nextInt(90_000_000)));
            default -> PhoneNumber.of("139" + (10_000_000 + random.nextInt(90_000_000)));
        };
    }

    private static Location location(Random random) {
        return new Location(
                maybe(random, () -> AddressDetail.of("湖滨街道长福社区 " + (1 + random.nextInt(200)) + " 号 302 室")),
                maybe(
                        random,
                        () -> Coordinates.of(
                                BigDecimal.valueOf(24_700_000L + random.nextInt(99_999), 6),
                                BigDecimal.valueOf(118_600_000L + random.nextInt(99_999), 6))));
    }

    private static Respondent respondent(Random random) {
        Optional<PersonName> person = maybe(random, () -> NAMES.get(random.nextInt(NAMES.size())));
        return new Respondent(
                one(random, RespondentType.values()),
                person.isEmpty() || random.nextBoolean() ? Optional.of("某某物业有限公司") : Optional.empty(),
                maybe(random, () -> "湖滨项目部"),
                maybe(random, () -> Post.of("经理")),
                person,
                maybe(random, () -> department(random)));
    }

    private static Source source(Random random) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (Step step : Step.values()) {
            if (random.nextInt(3) > 0) {
                steps.add(step);
            }
        }
        return new Source(
                "province@" + random.nextInt(3), steps, maybe(random, () -> Reference.of("p/" + random.nextInt(9))));
    }

    private static Map<String, FreeText> extensions(Random random) {
        Map<String, FreeText> extensions = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            extensions.put("x-field-" + i, text(random));
        }
        return extensions;
    }

    static Set<Tag> tags(Random random) {
        Set<Tag> tags = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(TAGS.get(random.nextInt(TAGS.size())));
        }
        return tags;
    }

    static List<Attachment> attachments(Random random) {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(new Attachment(
                        Reference.of("file:" + random.nextInt(1000)),
                        random.nextBoolean() ? "image/jpeg" : "image/svg+xml",
                        one(random, Visibility.values())));
    }

    static FreeText text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** One of five departments. */
    static DepartmentCode department(Random random) {
        return Commands.DEPARTMENTS.get(random.nextInt(Commands.DEPARTMENTS.size()));
    }

    /** The number of one of a few other cases. */
    static CaseNumber other(Random random) {
        return CaseNumber.of("OTHER-" + random.nextInt(6));
    }

    static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
