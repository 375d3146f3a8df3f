package io.lynceus.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFolderTest {

    @Test
    void lockNamesItsHolderAndIsFreeOnceClosed(@TempDir Path path) {
        SuiteFolder folder = new SuiteFolder(path);
        try (SuiteLock lock = SuiteLock.acquire(folder)) {
            assertEquals(ProcessHandle.current(), SuiteLock.holder(folder).orElseThrow());
        }
        assertTrue(SuiteLock.tryAcquire(folder).isPresent());
    }

    @Test
    void eightNeighbouringPortsAreUsed() {
        assertEquals(
                List.of(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087),
                List.copyOf(new SuitePorts(8080).byName().values()));
    }

    @Test
    void portsThatLeaveNoRoomForTheSuiteAreRefused() {
        assertEquals(
                "first port must lie in [1024, 65528]: 65529",
                assertThrows(IllegalArgumentException.class, () -> new SuitePorts(65_529))
                        .getMessage());
    }
}
