package io.github.hotlinekit.core.redaction;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What must not come out of one story: values of one requester, and how texts speak of them. None of their
 * parts occurs in what the stories say else.
 */
public final class Planted {

    private static final List<String> SURNAMES = List.of("欧阳", "司马", "诸葛", "上官");
    private static final List<String> GIVEN = List.of("青衫", "暮雪", "听澜", "砚秋");
    private static final List<String> LATIN = List.of("Quentin Zyx", "Xavier Quux");

    /** The name. */
    public final String name;
    /** The phone number. */
    public final String phone;
    /** The ID number. */
    public final String idNumber;
    /** The part of the address that tells the house. */
    public final String house;
    /** The address. */
    public final String address;
    /** Degrees north. */
    public final String latitude;
    /** Degrees east. */
    public final String longitude;
    /** What a host or a newer writer said. */
    public final String unknown;

    /**
     * Chooses values.
     *
     * @param random the source of chance
     */
    public Planted(Random random) {
        name = random.nextInt(4) == 0 ? pick(LATIN, random) : pick(SURNAMES, random) + pick(GIVEN, random);
        phone = "139" + (10_000_000 + random.nextInt(89_999_999));
        idNumber = "350581197" + random.nextInt(10) + "0" + (1 + random.nextInt(9)) + "1" + random.nextInt(10)
                + (1000 + random.nextInt(9000));
        house = (100 + random.nextInt(900)) + "号" + (10 + random.nextInt(90)) + "栋1201室";
        address = "石狮市湖滨街道玉湖社区长虹路" + house;
        latitude = "24.73" + (10_000 + random.nextInt(89_999));
        longitude = "118.65" + (10_000 + random.nextInt(89_999));
        unknown = "unknown" + (100_000 + random.nextInt(899_999));
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /**
     * What must not come out, and what even a mask would tell of it: surname, last digits. A name or a house that
     * no version of the registration tells has no form to be known by, so it is not among them.
     *
     * @param subject the case that may tell it
     * @return the texts
     */
    public List<String> of(Case subject) {
        List<String> all = new ArrayList<>(List.of(
                phone,
                phone.substring(0, 3) + "*",
                "*" + phone.substring(7),
                idNumber,
                "*" + idNumber.substring(14),
                latitude,
                longitude,
                unknown));
        if (isTold(PersonName.of(name), subject)) {
            all.add(name.substring(0, 2));
            all.add(name);
        }
        if (isTold(AddressDetail.of(address), subject)) {
            all.add(house);
        }
        return all;
    }

    /**
     * Whether a version of the registration tells a datum.
     *
     * @param data the datum
     * @param subject the case
     * @return whether it does
     */
    public static boolean isTold(PersonalData data, Case subject) {
        return Depths.objectsOf(subject, data.getClass()).stream().anyMatch(data::equals);
    }

    /**
     * A text that speaks of some of it.
     *
     * @param random the source of chance
     * @return the text
     */
    public String text(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> "我叫" + name + "，请回电" + phone;
            case 1 -> name + "来电反映噪音";
            case 2 -> "身份证" + idNumber + "，住" + address;
            case 3 -> "电话 " + phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7) + " 。";
            case 4 -> "house " + house + " of " + name.charAt(0) + " " + name.substring(1) + ", again";
            case 5 -> "+86" + phone + "或" + idNumber;
            case 6 -> "";
            default -> "路灯不亮";
        };
    }
}
