package io.github.hotlinekit.core.privacy;

/** Where in a Chinese address the part begins that tells a house. */
final class AddressForm {

    /** The last characters of names of areas, communities, estates and roads. */
    private static final String NAME_ENDS = "省市县區区州盟旗镇鎮乡鄉村庄莊屯寨社街道路巷弄衖园園苑城寓厦廈坊庭湾灣府场場同港";

    /** What is counted with a numeral: house, building, unit, room, storey, group, gate. */
    private static final String MARKS = "号號栋棟幢座室楼樓层層户戶组組排门門期单單";

    /** What ends a house's name without a numeral too. */
    private static final String BARE_MARKS = "号號栋棟幢室";

    /** 楼 in names of areas and roads, such as 鼓楼区, is no building. */
    private static final String AFTER_TOWER = "区區街路镇鎮乡鄉村社巷市县縣";

    private static final String ORDINALS = "甲乙丙丁戊";
    private static final int LONG_NUMERAL = 4;

    private AddressForm() {}

    /** How many chars from the start may be seen. */
    static int publicLength(String address) {
        int cut = firstNumber(address);
        int kept = 0;
        for (int i = 0; i < cut; i++) {
            if (NAME_ENDS.indexOf(address.charAt(i)) >= 0) {
                kept = i + 1;
            }
        }
        return kept;
    }

    private static int firstNumber(String address) {
        int numeralStart = -1;
        int i = 0;
        while (i < address.length()) {
            int c = address.codePointAt(i);
            int width = Character.charCount(c);
            if (Ascii.isDigit(Symbols.plain(c))) {
                return i;
            }
            if (isNumeral(c) || ORDINALS.indexOf(c) >= 0 || Ascii.isLetter(Symbols.plain(c))) {
                numeralStart = numeralStart < 0 ? i : numeralStart;
                if (i + width - numeralStart >= LONG_NUMERAL && isNumeral(c)) {
                    return numeralStart;
                }
            } else {
                if (isMark(address, i, c, numeralStart >= 0)) {
                    return numeralStart < 0 ? i : numeralStart;
                }
                numeralStart = -1;
            }
            i += width;
        }
        return address.length();
    }

    private static boolean isNumeral(int c) {
        return Symbols.looseDigit(c) >= 0 || "十百千廿".indexOf(c) >= 0;
    }

    private static boolean isMark(String address, int at, int c, boolean counted) {
        if (c == '单' || c == '單') {
            return at + 1 < address.length() && address.charAt(at + 1) == '元';
        }
        if (c == '楼' || c == '樓') {
            return counted || at + 1 == address.length() || AFTER_TOWER.indexOf(address.charAt(at + 1)) < 0;
        }
        return (counted ? MARKS : BARE_MARKS).indexOf(c) >= 0;
    }
}
