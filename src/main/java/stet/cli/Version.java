package stet.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "stet " + (version == null ? "(not packaged)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
