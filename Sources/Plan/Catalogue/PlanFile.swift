/// Reads a plan file: YAML in, a plan proved whole or all its faults out.
///
/// Pure; opening the file is the caller's part.
public enum PlanFile: Sendable {
  /// The largest file that is read, in bytes: 1 MiB.
  ///
  /// A caller need not read more than one byte beyond it.
  public static let mostBytes = PlanTextGuard.mostBytes

  /// Reads the bytes of a file as UTF-8, with or without a byte order mark.
  ///
  /// - Parameters:
  ///   - known: the names that capabilities declare, to tell of any other; nil to take them as they are.
  ///   - old: the edition that this one replaces, to tell of measures that are gone.
  public static func read(
    utf8 bytes: [UInt8],
    known: PlanVocabulary? = nil,
    replacing old: ActionPlan? = nil
  ) -> Result<ActionPlan, PlanFaults> {
    text(utf8: bytes).flatMap { text in read(text, known: known, replacing: old) }
  }

  /// The bytes of a file as text, or the first line that is not UTF-8.
  static func text(utf8 bytes: [UInt8]) -> Result<String, PlanFaults> {
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let log = FaultLog()
    let place = PlanPlace(line: firstLineThatIsNotUTF8(bytes), column: 1, path: "")
    log.tell(place, "this line is not UTF-8 text", remedy: "save the file as UTF-8")
    return .failure(log.failure)
  }

  /// Reads the text of a file and collects every fault in it.
  ///
  /// Faults of the YAML itself end the reading; all others are told together.
  ///
  /// - Parameters:
  ///   - known: the names that capabilities declare, to tell of any other; nil to take them as they are.
  ///   - old: the edition that this one replaces, to tell of measures that are gone.
  public static func read(
    _ text: String,
    known: PlanVocabulary? = nil,
    replacing old: ActionPlan? = nil
  ) -> Result<ActionPlan, PlanFaults> {
    let log = FaultLog()
    PlanTextGuard.inspect(text, log: log)
    if let faults = log.found { return .failure(faults) }
    let root = YamlDocument.root(of: text, log: log)
    let plan = root.flatMap { root in read(root, known: known, replacing: old, log: log) }
    guard let plan, log.found == nil else { return .failure(log.failure) }
    return .success(plan)
  }

  static let keys = [
    "format", "code", "edition", "title", "summary", "legal_basis", "employers", "period", "source",
    "parent_documents", "themes", "links", "revision", "chapters", "targets",
  ]

  private static func read(
    _ value: PlanValue,
    known: PlanVocabulary?,
    replacing old: ActionPlan?,
    log: FaultLog
  ) -> ActionPlan? {
    guard let root = PlanMapping(value, keys: keys, log) else { return nil }
    let ledger = PlanLedger()
    let frame = FrameReader(log: log, ledger: ledger).read(root)
    let chapters = root.filledList("chapters")?.compactMap(ChapterReader(log: log, ledger: ledger).read)
    let targets = root.optionalList("targets").compactMap(TargetReader(log: log, ledger: ledger).read)
    ReferenceCheck(ledger, known: known, log: log).run()
    guard let frame, let chapters else { return nil }
    let plan = ActionPlan(frame: frame, chapters: chapters, targets: targets)
    if let old { RevisionCheck(plan: plan, old: old, ledger: ledger, log: log).run() }
    return plan
  }

  private static func firstLineThatIsNotUTF8(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let wrong = lines.firstIndex { line in String(validating: line, as: UTF8.self) == nil }
    return (wrong ?? 0) + 1
  }
}
