public import Site

/// Evidence by hand (証跡): reports about measures, with files, corrected and withdrawn beside what stood before.
public enum EvidenceCapability: Sendable {
  /// What it brings to the house; the plan hands in its measures.
  public static func capability(measures: MeasureRegister) -> Capability {
    Capability(
      name: "evidence",
      migrations: EvidenceMigrations.all,
      routes: EvidenceRoutes(measures: measures).all
    )
  }
}
