package io.lynceus.classifier.files.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.AssessmentExample;
import io.lynceus.classifier.evaluation.Assessment;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class AssessmentPageTest {
    private static final Assessment ASSESSMENT = AssessmentExample.of("<script>alert(1)</script>.csv");
    private static final String HTML = new AssessmentPage(ASSESSMENT).html();

    @Test
    void thePageNeedsNothingFromElsewhereAndRunsNoScript() {
        assertFalse(HTML.contains("<script"), "a script");
        assertFalse(
                Pattern.compile("https?:|url\\(|@import|src=|<link")
                        .matcher(HTML)
                        .find(),
                "something from elsewhere");
        assertTrue(HTML.contains("&lt;script&gt;alert(1)&lt;/script&gt;.csv"));
        assertTrue(HTML.contains("prefers-color-scheme: dark"));
    }

    @Test
    void everyMethodAndModelHasItsSectionAndTheContentsLeadThere() {
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(HTML);
        int found = 0;
        while (links.find()) {
            found++;
            assertTrue(HTML.contains("<section id=\"" + links.group(1) + "\">"), links.group(1));
        }
        assertEquals(1 + ASSESSMENT.reports().size() + ASSESSMENT.models().size(), found);
    }

    @Test
    void everyPlotIsWellFormedAndStaysWithinItsFrame() throws Exception {
        Matcher plots =
                Pattern.compile("<svg class=\"plot\".*?</svg>", Pattern.DOTALL).matcher(HTML);
        int count = 0;
        while (plots.find()) {
            count++;
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plots.group())));
            assertFalse(plots.group().contains("NaN") || plots.group().contains("Infinity"), plots.group());
        }
        int densities = ASSESSMENT.models().stream()
                .mapToInt(model -> model.features().size())
                .sum();
        // Two reliability diagrams and the outlier measure of every method, and the densities.
        assertEquals(3 * ASSESSMENT.reports().size() + densities, count);
    }
}
