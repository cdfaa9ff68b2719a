import Yams

/// The one YAML document of a plan file.
enum YamlDocument {
  /// Parses the text to its root value, or tells the log why not.
  ///
  /// Scalars stay text: the rules by which YAML guesses types are not used, each reader says what it wants.
  static func root(of text: String, log: FaultLog) -> PlanValue? {
    do {
      let node = try Yams.compose(yaml: text, .basic, .default, .utf8)
      guard let node, !isBlank(node) else {
        log.tell(start, "the file is empty", remedy: "begin with 'format: 1'")
        return nil
      }
      return PlanValue(node: node, path: "")
    } catch let error as YamlError {
      tell(error, log: log)
    } catch {
      log.tell(start, "the file cannot be read as YAML", remedy: "correct the YAML")
    }
    return nil
  }

  private static let start = PlanPlace(line: 1, column: 1, path: "")

  private static func isBlank(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.string.isEmpty
  }

  private static func tell(_ error: YamlError, log: FaultLog) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      tell(problem, at: mark, log: log)
    case .composer(_, let problem, let mark, _):
      tell(problem, at: mark, log: log)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.prefix(3).map(quoted).joined(separator: ", ")
      let remedy = "keep one of them"
      log.tell(place(of: context.mark), "key \(keys) stands twice in one mapping", remedy: remedy)
    default:
      log.tell(start, "the file cannot be read as YAML", remedy: "save it as UTF-8 text and correct the YAML")
    }
  }

  private static func tell(_ problem: String, at mark: Mark, log: FaultLog) {
    let remedy = "correct the YAML here or just above: indent with blanks, put 'quotes' around odd texts"
    log.tell(place(of: mark), "not YAML: \(problem)", remedy: remedy)
  }

  private static func place(of mark: Mark) -> PlanPlace {
    PlanPlace(line: mark.line, column: mark.column, path: "")
  }
}
