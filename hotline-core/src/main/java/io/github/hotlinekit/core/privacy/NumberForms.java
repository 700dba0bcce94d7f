package io.github.hotlinekit.core.privacy;

import java.util.Set;

/** What numbers of telephones, documents and cards look like, and their masks. All texts are ASCII. */
final class NumberForms {

    private static final int MOBILE = 11;
    /** The characters of an ID number before its check character. */
    static final int ID_BODY = 17;

    private static final int ID = 18;
    private static final int OLD_ID = 15;
    private static final int MIN_CARD = 16;
    private static final int MAX_CARD = 19;
    private static final String CARD_STARTS = "34569";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");
    private static final String PLUS_CHINA = "+86";
    private static final String DIALLED_CHINA = "0086";

    private NumberForms() {}

    static boolean isMobile(String digits) {
        return digits.length() == MOBILE && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
    }

    static String withoutCountryCode(String number) {
        for (String prefix : new String[] {PLUS_CHINA, DIALLED_CHINA}) {
            if (number.startsWith(prefix) && isMobile(number.substring(prefix.length()))) {
                return number.substring(prefix.length());
            }
        }
        return number;
    }

    /** The length of the area code of a landline, 0 if the digits are none. */
    static int areaCode(String digits) {
        if (digits.length() < 10 || digits.charAt(0) != '0') {
            return 0;
        }
        char second = digits.charAt(1);
        int area = second >= '3' ? 4 : second == '2' || digits.startsWith("010") ? 3 : 0;
        int local = digits.length() - area;
        return area > 0 && (local == 7 || local == 8) && digits.charAt(area) != '0' ? area : 0;
    }

    /** Eighteen digits with a plausible date of birth. */
    static boolean hasBirthDate(String digits) {
        return digits.length() == ID
                && digits.charAt(0) != '0'
                && (digits.startsWith("19", 6) || digits.startsWith("20", 6))
                && isDay(digits, 10);
    }

    /** Fifteen digits with a plausible date of birth. */
    static boolean isOldId(String digits) {
        return digits.length() == OLD_ID && digits.charAt(0) != '0' && isDay(digits, 8);
    }

    /** Eighteen digits of a province with the right check digit (ISO 7064, MOD 11-2). */
    static boolean isChecked(String digits) {
        if (digits.length() != ID || !PROVINCES.contains(digits.substring(0, 2))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ID_BODY; i++) {
            sum += ID_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return ID_CHECKS.charAt(sum % 11) == digits.charAt(ID_BODY);
    }

    private static boolean isDay(String digits, int at) {
        int month = (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
        int day = (digits.charAt(at + 2) - '0') * 10 + digits.charAt(at + 3) - '0';
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** Sixteen to nineteen digits with a right check digit (Luhn), and a start that no date has. */
    static boolean isBankCard(String digits) {
        int length = digits.length();
        if (length < MIN_CARD || length > MAX_CARD || CARD_STARTS.indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static String maskPhone(String number) {
        if (isMobile(number)) {
            return maskMobile(number);
        }
        int area = areaCode(number);
        if (area > 0) {
            return maskLandline(number, area, "-");
        }
        String digits = number.startsWith("+") ? number.substring(1) : number;
        return lastOf(digits, digits.length() <= 4 ? 0 : 2);
    }

    static String maskMobile(String digits) {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    static String maskLandline(String digits, int area, String separator) {
        return digits.substring(0, area) + separator + lastOf(digits.substring(area), 2);
    }

    /**
     * The last four; the last two where four would show a day of birth, as in the fifteen characters of
     * older Chinese numbers and of permanent residents, or half of a short number.
     */
    static String maskId(String number) {
        int length = number.length();
        return lastOf(number, length <= 4 ? 0 : length <= 8 || length == 15 ? 2 : 4);
    }

    static String lastOf(String text, int kept) {
        int hidden = text.length() - kept;
        return Form.stars(hidden) + text.substring(hidden);
    }
}
