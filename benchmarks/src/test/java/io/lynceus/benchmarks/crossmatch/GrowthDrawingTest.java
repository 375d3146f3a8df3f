package io.lynceus.benchmarks.crossmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class GrowthDrawingTest {
    @Test
    void tenTimesTheSecondsAreAPowerOfTenHigherOnTheAxis() throws Exception {
        List<CrossmatchGrowth.Cell> cells = List.of(
                new CrossmatchGrowth.Cell(1000, 10, measured(1), measured(0.1)),
                new CrossmatchGrowth.Cell(10_000, 10, measured(10), measured(1)));
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(new GrowthDrawing(cells).svg().getBytes(StandardCharsets.UTF_8)));
        NodeList lines = svg.getElementsByTagName("polyline");
        assertEquals(4, lines.getLength());
        assertEquals("60.0,220.0 420.0,40.0", points(lines, 0));
        assertEquals("60.0,400.0 420.0,220.0", points(lines, 1));
    }

    private static String points(NodeList lines, int line) {
        return lines.item(line)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .strip();
    }

    private static ProcessMeasurement measured(double seconds) {
        return new ProcessMeasurement(seconds, 100, "matching " + seconds + " s");
    }
}
