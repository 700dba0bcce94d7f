package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.routing.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says what is wrong with rules. */
@Command(name = "check", description = "Says what is wrong with rules. 检查规则文件。")
final class CheckCommand extends DocumentCommand {

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) {
        RuleSet rules = city.rules();
        if (isJson()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("ruleSet", rules.identity());
            object.put("hash", rules.hash());
            object.put("rules", rules.size());
            object.put("sections", rules.sections().size());
            object.put("norms", rules.norms().size());
            object.put("tests", rules.tests().size());
            object.put("problems", List.of());
            printer.json(object);
        } else {
            printer.line(
                    rules.identity() + ":" + rules.sections().size() + " 个章节," + rules.size() + " 条规则,"
                            + rules.norms().size() + " 条规范约束," + rules.tests().size() + " 个测试",
                    rules.identity() + ": " + count(rules.sections().size(), "section") + ", "
                            + count(rules.size(), "rule") + ", " + count(rules.norms().size(), "norm") + ", "
                            + count(rules.tests().size(), "test"));
            printer.line("摘要 " + rules.hash(), "hash " + rules.hash());
        }
        return RulesCommand.OK;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
