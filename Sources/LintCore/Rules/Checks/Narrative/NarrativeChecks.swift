/// The checks of what sentences claim.
enum NarrativeChecks {
  static let all: [Check] = [
    Check(rules: ["share", "share-sum"], run: ShareCheck.run),
    Check(rules: ["growth-rate", "direction"], run: GrowthCheck.run),
    Check(rules: ["growth-rate"], run: ZeroBaseCheck.run),
    Check(rules: ["completion-rate", "direction"], run: CompletionCheck.run),
    Check(rules: ["completion-rate"], run: DeviationCheck.run),
    Check(rules: ["narrative-sum"], run: NarrativeSumCheck.run),
    Check(rules: ["narrative-sum", "direction"], run: SeriesCheck.run),
    Check(rules: ["narrative-sum"], run: RemainderCheck.run),
    Check(rules: ["narrative-table"], run: PriorColumnCheck.run),
    Check(rules: ["narrative-sum"], run: BothSidesCheck.run),
    Check(rules: ["narrative-sum"], run: NamesCountCheck.run),
    Check(rules: ["narrative-sum"], run: GradeCountCheck.run),
    Check(rules: ["name-mismatch"], run: PathCheck.run),
    Check(rules: ["duplicate-item"], run: DuplicateItems.run),
    Check(rules: ["missing-amount", "missing-unit"], run: MissingFigureCheck.run),
    Check(rules: ["unit-scale"], run: UnitScaleCheck.run),
    Check(rules: ["year"], run: YearCheck.run),
    Check(rules: ["template-residue", "placeholder"], run: ResidueCheck.run),
    Check(
      rules: ["narrative-table", "name-mismatch", "code-name", "unit-scale"], run: NarrativeTableCheck.run),
    Check(rules: ["narrative-repeat"], run: NarrativeRepeatCheck.run),
    Check(rules: ["narrative-repeat"], run: SpendingCountCheck.run),
    Check(rules: ["narrative-repeat"], run: VisitCountCheck.run),
    Check(rules: ["narrative-repeat"], run: ZeroCountCheck.run),
    Check(rules: ["narrative-table"], run: NarrativeZeroCheck.run),
    Check(rules: ["narrative-table"], run: NarrativeCountCheck.run),
    Check(rules: ["narrative-table"], run: TargetFormsCheck.run),
    Check(rules: ["narrative-table"], run: ProjectFundsCheck.run),
    Check(rules: ["code-name", "name-mismatch", "template-residue"], run: NameCheck.run),
  ]
}
