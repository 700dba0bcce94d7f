package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * The name of a person (姓名). The mask keeps the first character of a Chinese name, or the two of a
 * compound surname such as 欧阳, with a {@code *} for each other one ({@code 张**}); of a name in other
 * scripts it keeps the initial ({@code J***}). A name of one character is {@code *}.
 */
public final class PersonName implements PersonalData {

    /** The most characters. */
    public static final int MAX_LENGTH = 100;

    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "歐陽", "太史", "端木", "上官", "司马", "司馬", "东方", "東方", "独孤", "獨孤", "南宫", "南宮", "万俟", "萬俟", "闻人", "聞人", "夏侯",
            "诸葛", "諸葛", "尉迟", "尉遲", "公羊", "赫连", "赫連", "澹台", "澹臺", "皇甫", "宗政", "濮阳", "濮陽", "公冶", "太叔", "申屠", "公孙", "公孫",
            "慕容", "仲孙", "仲孫", "钟离", "鍾離", "长孙", "長孫", "宇文", "司徒", "鲜于", "鮮于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西",
            "颛孙", "壤驷", "公良", "漆雕", "乐正", "樂正", "宰父", "谷梁", "穀梁", "拓跋", "轩辕", "軒轅", "令狐", "段干", "百里", "呼延", "东郭", "東郭",
            "南门", "羊舌", "微生", "公户", "公玉", "梁丘", "左丘", "东门", "西门", "西門", "第五", "完颜", "纳兰", "叶赫", "那拉");

    private final String value;

    private PersonName(String value) {
        this.value = value;
    }

    /**
     * A name.
     *
     * @param value 1 to {@value #MAX_LENGTH} characters without control characters; blanks at the ends
     *     are dropped
     * @return the name
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it
     */
    public static PersonName of(String value) {
        return new PersonName(Form.line("name", value, MAX_LENGTH));
    }

    @Override
    public PersonalField field() {
        return PersonalField.NAME;
    }

    @JsonValue
    @Override
    public String masked() {
        int count = value.codePointCount(0, value.length());
        if (count == 1) {
            return "*";
        }
        if (!Character.isIdeographic(value.codePointAt(0))) {
            return value.substring(0, value.offsetByCodePoints(0, 1)) + "***";
        }
        int kept = count > 2 && COMPOUND_SURNAMES.contains(value.substring(0, value.offsetByCodePoints(0, 2))) ? 2 : 1;
        return value.substring(0, value.offsetByCodePoints(0, kept)) + Form.stars(count - kept);
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return new Revealed(value, request.entryFor(field()));
    }

    /** The value, for the package's own search for it in texts. */
    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
