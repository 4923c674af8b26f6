package stet.workers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import stet.cli.Main;

/** The program, which says at its end how much processor time it took. */
public final class Measured {
  private Measured() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> System.out.println("cpu=" + system.getProcessCpuTime() / 1e9)));
    Main.main(args);
  }
}
