namespace Descent.Cli.Book.Mathematics;

/// <summary>What commands and characters stand for: the place to add one that a lesson comes to need.</summary>
internal static class FormulaSymbols
{
    /// <summary>Letters that slant, as variables do.</summary>
    public static IReadOnlyDictionary<string, string> Letters { get; } = new Dictionary<string, string>
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ϵ",
        ["varepsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["varphi"] = "φ",
        ["phi"] = "ϕ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["ell"] = "ℓ",
        ["partial"] = "∂",
        ["dots"] = "…",
    };

    /// <summary>Letters and signs that stand upright.</summary>
    public static IReadOnlyDictionary<string, string> UprightLetters { get; } = new Dictionary<string, string>
    {
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Omega"] = "Ω",
        ["nabla"] = "∇",
        ["infty"] = "∞",
    };

    public static IReadOnlyDictionary<string, string> Operators { get; } = new Dictionary<string, string>
    {
        ["cdot"] = "⋅",
        ["times"] = "×",
        ["odot"] = "⊙",
        ["approx"] = "≈",
        ["sim"] = "∼",
        ["le"] = "≤",
        ["ge"] = "≥",
        ["ne"] = "≠",
        ["in"] = "∈",
        ["to"] = "→",
        ["leftarrow"] = "←",
        ["="] = "=",
        ["<"] = "<",
        [">"] = ">",
        [":"] = ":",
        ["*"] = "*",
    };

    public static IReadOnlyDictionary<string, string> Signs { get; } = new Dictionary<string, string>
    {
        ["+"] = "+",
        ["-"] = "−",
        ["pm"] = "±",
    };

    /// <summary>Named functions, and whether what is lowered after them stands below them.</summary>
    public static IReadOnlyDictionary<string, bool> Functions { get; } = new Dictionary<string, bool>
    {
        ["ln"] = false,
        ["log"] = false,
        ["exp"] = false,
        ["sin"] = false,
        ["cos"] = false,
        ["tan"] = false,
        ["arg"] = false,
        ["min"] = true,
        ["max"] = true,
        ["lim"] = true,
    };

    public static IReadOnlyDictionary<string, string> LargeOperators { get; } = new Dictionary<string, string>
    {
        ["sum"] = "∑",
        ["prod"] = "∏",
    };

    public static IReadOnlyDictionary<string, string> Spaces { get; } = new Dictionary<string, string>
    {
        [","] = "0.1667em",
        [":"] = "0.2222em",
        [";"] = "0.2778em",
        ["!"] = "-0.1667em",
        ["quad"] = "1em",
        ["qquad"] = "2em",
    };

    /// <summary>Delimiters, as characters and as commands.</summary>
    public static IReadOnlyDictionary<string, (string Symbol, AtomKind Kind)> Delimiters { get; } =
        new Dictionary<string, (string Symbol, AtomKind Kind)>
        {
            ["("] = ("(", AtomKind.Opening),
            [")"] = (")", AtomKind.Closing),
            ["["] = ("[", AtomKind.Opening),
            ["]"] = ("]", AtomKind.Closing),
            ["\\{"] = ("{", AtomKind.Opening),
            ["\\}"] = ("}", AtomKind.Closing),
            ["|"] = ("|", AtomKind.Bar),
            ["\\|"] = ("‖", AtomKind.Bar),
            ["\\lVert"] = ("‖", AtomKind.Opening),
            ["\\rVert"] = ("‖", AtomKind.Closing),
        };
}
