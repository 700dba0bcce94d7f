package io.github.hotlinekit.core.privacy;

/** What numbers of telephones, documents and cards look like, and their masks. All texts are ASCII. */
final class NumberForms {

    private static final int MOBILE = 11;
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
