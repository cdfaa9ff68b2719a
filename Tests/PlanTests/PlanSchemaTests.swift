import Duties
import Foundation
import Testing

@testable import Plan

/// The schema for editors must allow what the readers take, and nothing else.
@Suite("The JSON schema of plan files")
struct PlanSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let data = Data(try PlanFiles.text("plan.schema.json").utf8)
    schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func definition(_ name: String) throws -> [String: Any] {
    let all = try #require(schema["$defs"] as? [String: Any])
    return try #require(all[name] as? [String: Any])
  }

  private func keys(_ object: [String: Any]) throws -> Set<String> {
    Set(try #require(object["properties"] as? [String: Any]).keys)
  }

  private func codes(_ object: [String: Any], _ key: String) throws -> [String] {
    let properties = try #require(object["properties"] as? [String: Any])
    let property = try #require(properties[key] as? [String: Any])
    if let codes = property["enum"] as? [String] { return codes }
    let forms = property["oneOf"] as? [[String: Any]] ?? []
    return forms.compactMap { $0["enum"] as? [String] }.first ?? []
  }

  @Test func knowsTheKeysThatTheReadersKnow() throws {
    #expect(try keys(schema) == Set(PlanFile.keys))
    #expect(try keys(definition("measure")).union(definitionKeys("alias")) == Set(MeasureReader.keys))
    #expect(try keys(definition("duty")) == Set(DutyReader.keys))
    #expect(try keys(definition("target")) == Set(TargetReader.keys))
    let figures = try #require(definition("figure")["oneOf"] as? [[String: Any]])
    #expect(try keys(#require(figures.last)) == Set(TargetSourceReader.keys))
  }

  private func definitionKeys(_ name: String) throws -> Set<String> { try keys(definition(name)) }

  @Test func knowsTheCodesThatTheReadersKnow() throws {
    let measure = try definition("measure")
    #expect(try codes(measure, "phase") == Phase.allCases.map(\.rawValue))
    #expect(try codes(measure, "cadence") == Cadence.allCases.map(\.rawValue))
    #expect(try definition("role")["enum"] as? [String] == OwnerRole.allCases.map(\.rawValue))
    let duty = try definition("duty")
    #expect(try codes(duty, "owed_by") == DebtorCode.allCases.map(\.rawValue))
    #expect(
      try codes(duty, "of") == SubjectCode.allCases.map(\.rawValue) + UnitGroup.allCases.map(\.rawValue)
    )
    #expect(try codes(duty, "every") == Cycle.allCases.map(\.rawValue))
    let coverage = try #require(definition("coverage")["oneOf"] as? [[String: Any]])
    #expect(coverage[0]["enum"] as? [String] == CoverageReader.Word.allCases.map(\.rawValue))
    let target = try definition("target")
    #expect(try codes(target, "unit") == TargetUnit.allCases.map(\.rawValue))
    #expect(try codes(target, "direction") == TargetDirection.allCases.map(\.rawValue))
    #expect(try codes(target, "judged") == TargetSourceReader.JudgementWord.allCases.map(\.rawValue))
    #expect(try codes(target, "field") == DisclosureField.allCases.map(\.rawValue))
  }

  @Test func refusesWhatItDoesNotKnow() throws {
    #expect(schema["additionalProperties"] as? Bool == false)
    for name in ["measure", "alias", "duty", "target", "chapter", "item", "revision", "mapping"] {
      #expect(try definition(name)["additionalProperties"] as? Bool == false, "\(name)")
    }
  }
}
