"""JSON Schema of the case file, for editors: completion, hover text and marks while typing.

The schema is made from the classes that read a case, so it cannot drift from them. It knows what a
field may hold and which keys there are; names that must exist elsewhere, dates in order and rules
that contradict each other are for `detente check`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.case.assemble import MODEL_SECTIONS, SECTIONS
from detente.case.case import Case
from detente.case.fields import LIKELIHOOD
from detente.case.graph_model import GraphModel
from detente.case.model import OptionModel
from detente.case.shape import ACCOUNT
from detente.errors import UnknownName
from detente.evidence import Source

__all__ = ["case_schema", "model_schema", "section_schema"]

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean"]  # editors read 1956 as a number and `no` as a yes-or-no
_DAY = r"[0-9]{3,4}(-[0-9]{2}){0,2}~?"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"


def case_schema() -> Schema:
    """Return the schema of a `case.yaml`, with or without the sections that have their own files.

    >>> schema = case_schema()
    >>> schema["required"], "preferences" in schema["properties"]
    (['format', 'case'], True)
    """
    schema = _loosened(Case)
    forms = [_loosened(kind)["properties"] for kind in (OptionModel, GraphModel)]
    for name in MODEL_SECTIONS:
        found = [form[name] for form in forms if name in form]
        schema["properties"][name] = found[0] if found[0] == found[-1] else {"anyOf": found}
    alone = {"anyOf": [{"$ref": "#/$defs/HypothesisSet"}, schema["properties"]["hypotheses"]]}
    schema["properties"]["hypotheses"] = alone
    for name in ("folder", "digest", "graphs"):
        del schema["properties"][name]
    of_one = _one_of_two(*({"$ref": f"#/$defs/{n}"} for n in ("OptionModel", "GraphModel")))
    schema["properties"]["models"]["additionalProperties"] = of_one
    schema["required"] = ["format", "case"]
    return {"$schema": _DRAFT, "title": "dispute-case/1", **schema}


def model_schema() -> Schema:
    """Return the schema of a file in `models/`.

    >>> schema = model_schema()
    >>> schema["then"]["required"], schema["else"]["required"]
    (['states', 'moves', 'ranking', 'status_quo'], ['options', 'preferences'])
    """
    options, graph = _loosened(OptionModel), _loosened(GraphModel)
    definitions = graph.pop("$defs") | options.pop("$defs")
    return {"$schema": _DRAFT, **_one_of_two(options, graph), "$defs": definitions}


def _one_of_two(options: Schema, graph: Schema) -> Schema:
    """Return the schema of a model: in graph form if it names its states, else made of options."""
    return {"if": {"required": ["states"]}, "then": graph, "else": options}


def section_schema(section: str) -> Schema:
    """Return the schema of a file that holds one section, such as `timeline.yaml`.

    Raises `UnknownName` with the nearest sections.

    >>> section_schema("timeline")["type"]
    'array'
    """
    schema = case_schema()
    if section not in (*SECTIONS, *MODEL_SECTIONS):
        raise UnknownName("section", section, (*SECTIONS, *MODEL_SECTIONS))
    return {"$schema": _DRAFT, **schema["properties"][section], "$defs": schema["$defs"]}


def _loosened(kind: type[Case] | type[OptionModel] | type[GraphModel]) -> Schema:
    """Return the schema of a class, open to the short forms and to what editors read."""
    schema: Schema = _walk(kind.model_json_schema(mode="validation"))
    definitions = schema["$defs"]
    for name, open_up in _SHORT_FORMS.items():
        if name in definitions:
            definitions[name] = open_up(definitions[name])
    if kind.__name__ in _SHORT_FORMS:
        schema = _SHORT_FORMS[kind.__name__](schema) | {"$defs": definitions}
    return schema


def _walk(schema: Any) -> Any:
    """Return a schema without titles and defaults, its scalars as editors read them."""
    if not isinstance(schema, dict):
        return schema
    found: Schema = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            found[key] = {name: _walk(below) for name, below in value.items()}
        elif key in ("anyOf", "oneOf", "allOf"):
            found[key] = [_walk(below) for below in value]
        elif key in ("items", "additionalProperties"):
            found[key] = _walk(value)
        elif key not in ("title", "default"):
            found[key] = value
    return _scalar(found)


def _scalar(schema: Schema) -> Schema:
    kind, about = schema.get("type"), schema.get("description", "")
    if "a day, or a..b" in about:
        day = {"type": "string", "pattern": rf"^{_DAY}(\.\.{_DAY})?$"}
        return {"anyOf": [{"type": "integer", "minimum": 100, "maximum": 9999}, day]}
    if "40..60" in about:
        return _estimate()
    if kind == "boolean":
        return {"enum": [True, False, "yes", "no", "true", "false"]}
    if "enum" in schema and {"yes", "no"} <= set(schema["enum"]):
        return {"enum": [*schema["enum"], True, False]}  # YAML 1.1 reads `no` as false
    if kind == "string" and not {"enum", "const"} & set(schema):
        return {**schema, "type": _TEXT}
    return schema


def _estimate() -> Schema:
    points = {k: {"type": ["number", "string"]} for k in ("low", "best", "high")}
    return {
        "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": rf"^{_NUMBER}(\.\.{_NUMBER})?$"},
            {"enum": list(LIKELIHOOD)},
            {"type": "object", "properties": points, "required": list(points)}
            | {"additionalProperties": False},
        ],
        "description": "70, 40..60, {low, best, high} or a word of likelihood",
    }


def _or(*others: Schema) -> Callable[[Schema], Schema]:
    return lambda schema: {"anyOf": [*others, schema]}


_IDS = {"type": "array", "items": {"type": _TEXT}, "minItems": 1, "uniqueItems": True}


def _model(schema: Schema) -> Schema:
    options = schema["properties"]["options"]
    use = {"anyOf": [{"type": "null"}, options["additionalProperties"]]}
    options = {"anyOf": [_IDS, {**options, "additionalProperties": use}]}
    schema = {**schema, "properties": {**schema["properties"], "options": options}}
    return _levelled("status_quo")(schema)


def _levelled(name: str) -> Callable[[Schema], Schema]:
    """Open a map from options to yes or no to the levels of options, which are words."""

    def open_up(schema: Schema) -> Schema:
        chosen = schema["properties"][name]
        either = {"anyOf": [chosen["additionalProperties"], {"type": ["string", "integer"]}]}
        opened = {name: {**chosen, "additionalProperties": either}}
        return {**schema, "properties": schema["properties"] | opened}

    return open_up


def _graph(schema: Schema) -> Schema:
    states, ranking = (schema["properties"][name] for name in ("states", "ranking"))
    state = {"anyOf": [{"type": [*_TEXT, "null"]}, states["additionalProperties"]]}
    tier = {"anyOf": [{"type": _TEXT}, ranking["additionalProperties"]["items"]]}
    tiers = {**ranking["additionalProperties"], "items": tier}
    opened = {
        "states": {"anyOf": [_IDS, {**states, "additionalProperties": state}]},
        "ranking": {**ranking, "additionalProperties": tiers},
    }
    return {**schema, "properties": schema["properties"] | opened}


def _option(schema: Schema) -> Schema:
    """Return the schema of an option whose levels are a list, or a map with a label for each."""
    levels = schema["properties"]["levels"]
    labels = {**levels, "additionalProperties": {"type": [*_TEXT, "null"]}}
    levels = {"anyOf": [{**_IDS, "minItems": 2}, labels]}
    return {**schema, "properties": {**schema["properties"], "levels": levels}}


def _reading(schema: Schema) -> Schema:
    """Return the schema of a reading: a list of statements, or a map that says it in one way."""
    order, weights, places = (schema["properties"][n] for n in ("order", "weights", "ranking"))
    properties = {
        **schema["properties"],
        "order": {**order, "minItems": 1},
        "weights": {**weights, "minProperties": 1},
        "ranking": {**places, "minItems": 1}
        | {"items": {"anyOf": [_CONDITION, {**places["items"], "minItems": 1}]}},
    }
    return {"anyOf": [_ORDER, {**schema, "properties": properties, "oneOf": _WAYS}]}


def _preference(schema: Schema) -> Schema:
    """Return the schema of preferences: one account alone, or its readings by name."""
    inside = "#/$defs/Reading/anyOf/1/properties"
    account: Schema = {name: {"$ref": f"{inside}/{name}"} for name in ACCOUNT}
    account["threshold"] = schema["properties"]["threshold"]
    alone = {"type": "object", "properties": account, "additionalProperties": False, "oneOf": _WAYS}
    return {"anyOf": [_ORDER, alone, schema]}


def _reference(schema: Schema) -> Schema:
    kinds = [{"required": [kind]} for kind in ("at", "id", "modeller", "outside")]
    return {"anyOf": [{"type": ["string", "integer"]}, {**schema, "oneOf": kinds}]}


def _source(schema: Schema) -> Schema:
    known: Schema = dict.fromkeys(Source.known_keys(), True)
    known |= schema["properties"] | {"issued": {"anyOf": [schema["properties"]["issued"]]}}
    known["issued"]["anyOf"].append({"type": "object"})  # a date of CSL-JSON
    return {**schema, "properties": known, "additionalProperties": False}


def _hypotheses(schema: Schema) -> Schema:
    """Return the schema of a set of hypotheses: its evidence in full, or a matrix of claims."""
    cells = {"$ref": "#/$defs/Item/properties/cells"}
    weight = {"$ref": "#/$defs/Item/properties/weight"}
    short: Schema = {
        "matrix": {"type": "object", "additionalProperties": cells},
        "weights": {"type": "object", "additionalProperties": weight},
    }
    return {**schema, "properties": schema["properties"] | short}


_CONDITION = {
    "type": ["string", "boolean"],
    "description": "ids with not, and, or, if, only if, iff",
}
_YES_OR_NO = {"enum": [True, False, "yes", "no", "true", "false"]}
_ORDER = {"type": "array", "items": {"$ref": "#/$defs/Statement"}, "minItems": 1}
_WAYS = [{"required": [way]} for way in ("order", "weights", "ranking")]
_SHORT_FORMS: dict[str, Callable[[Schema], Schema]] = {
    "Statement": _or(_CONDITION),
    "Rule": _or(_CONDITION),
    "Proposition": _or(_CONDITION),
    "Bit": _or(_YES_OR_NO),
    "Reading": _reading,
    "Preference": _preference,
    "OptionModel": _model,
    "GraphModel": _graph,
    "Option": _option,
    "OptionUse": _option,
    "Overlay": _levelled("set"),
    "Change": _levelled("status_quo"),
    "Hypothesis": _or({"type": ["string", "integer"]}),
    "HypothesisSet": _hypotheses,
    "Reference": _reference,
    "Source": _source,
}
"""Definition → how to open it to its short form."""
